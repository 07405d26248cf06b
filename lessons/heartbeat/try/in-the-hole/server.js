import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type } = JSON.parse(data)
    if (type === 'ping') socket.send('{"type":"pong"}')
  })
})
