import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
let received = 0
let sent = 0

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    received += 1
    setTimeout(tellTheOthers, 4000, socket, data)
  })
})

function tellTheOthers(socket, data) {
  for (const other of server.clients) {
    if (other === socket) continue
    other.send(String(data))
    sent += 1
  }
}

setTimeout(() => {
  console.log('received', received, 'sent', sent)
}, 8000)
