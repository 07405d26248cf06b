import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const photo = randomBytes(2000)

server.on('connection', (socket, { url }) => {
  if (url === '/bus') report(socket)
  socket.on('message', (data) => {
    socket.send(`got ${data.length} bytes`)
  })
  socket.on('error', ({ message }) => {
    console.log('error:', message)
  })
})

function report(socket) {
  socket.send(photo)
  for (let i = 1; i <= 10; i += 1) {
    setTimeout(() => {
      socket.send(deflateRawSync(position(i)))
    }, i * 500)
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
