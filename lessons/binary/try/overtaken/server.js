import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.send(new Uint8Array([1, 2, 3]))
  socket.send('that was all')
})
