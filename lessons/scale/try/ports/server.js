import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const ports = new Set()

server.on('connection', (socket, request) => {
  ports.add(request.socket.localPort)
})
setTimeout(() => {
  const { size } = server.clients
  console.log(`${size} clients, ports: ${ports.size}`)
}, 2000)
