import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const known = []
server.on('connection', (socket, request) => {
  known.push(request.socket.remoteAddress)
  if (known.length === 2) console.log(known.join(' '))
})
