import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
let number = 0

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    console.log(String(data))
  })
})

// An order every two seconds.
setInterval(() => {
  number += 1
  for (const cook of server.clients) {
    cook.send('soup ' + number)
  }
}, 2_000)
