import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  setTimeout(() => socket.ping('there?'), 1000)
  socket.on('pong', (data) => {
    console.log(`a Pong: ${data}`)
  })
})
