import { WebSocketServer } from 'ws'

// The address of the other end, and the one a proxy tells of.
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  const { remoteAddress, remotePort } = request.socket
  const told = request.headers['x-forwarded-for']
  console.log(typeof remoteAddress, remoteAddress.length > 0, typeof remotePort, told)
  const [nearest] = (told ?? 'nobody, nobody').split(',').map((text) => text.trim())
  socket.send(`told of ${nearest}`)
})
