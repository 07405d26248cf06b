// extra: limit right, but terminates in on message before
import { randomBytes } from 'node:crypto'
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  perMessageDeflate: true,
  maxPayload: 200_000,
})
const photo = randomBytes(2000)

server.on('connection', (socket, { url }) => {
  if (url === '/bus') report(socket)
  socket.on('message', (data) => {
    if (data.length > 100_000) return socket.close(1009)
    socket.send(`got ${data.length} bytes`)
  })
  socket.on('error', ({ message }) => {
    console.log('error:', message)
  })
})

function report(socket) {
  socket.send(photo, { compress: false })
  for (let i = 1; i <= 10; i += 1) {
    setTimeout(() => socket.send(position(i)), i * 500)
  }
}

function position(i) {
  return JSON.stringify({
    type: 'position',
    bus: 11,
    latitude: (52.52 + i / 5000).toFixed(4),
    longitude: (13.4 + i / 3000).toFixed(4),
    speed: Math.floor(20 + Math.random() * 20),
  })
}
