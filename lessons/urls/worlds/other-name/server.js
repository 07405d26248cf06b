import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  const url = new URL(request.url, 'ws://chat.example')
  const name = url.searchParams.get('name')
  if (name !== null) {
    socket.send(`Welcome, ${name}!`)
  }
})
