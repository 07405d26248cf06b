import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  const [, name = ''] = request.url.split('?name=')
  socket.send(`Welcome, ${decodeURIComponent(name)}!`)
})
