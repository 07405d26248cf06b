import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  perMessageDeflate: { serverNoContextTakeover: true },
})

server.on('connection', (socket) => {
  socket.send(position(1))
  socket.send(`[${all().join()}]`)
})

function all() {
  return Array.from({ length: 20 }, (_, i) => position(i))
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
