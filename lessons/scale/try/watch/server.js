import { WebSocketServer } from 'ws'

const port = process.env.PORT
const server = new WebSocketServer({ port })
const ended = {}
let received = 0
let sent = 0

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    received += 1
    for (const client of server.clients) {
      client.send(String(data))
      sent += 1
    }
  })
  socket.on('close', (code) => {
    ended[code] = (ended[code] ?? 0) + 1
  })
})

setInterval(() => {
  const { size: clients } = server.clients
  console.log({ clients, received, sent, ended })
  received = 0
  sent = 0
}, 1500)
