import { randomBytes } from 'node:crypto'
import http from 'node:http'
import { WebSocketServer } from 'ws'

const photo = randomBytes(2000)
const limit = { noServer: true, maxPayload: 100_000 }
const bus = new WebSocketServer({
  ...limit,
  perMessageDeflate: true,
})
const post = new WebSocketServer(limit)

bus.on('connection', (socket) => {
  socket.on('error', console.log)
  socket.send(photo, { compress: false, binary: true })
  let i = 1
  const timer = setInterval(() => {
    socket.send(position(i++))
    if (i > 10) clearInterval(timer)
  }, 500)
})

post.on('connection', (socket) => {
  socket.on('error', console.log)
  socket.on('message', ({ length }) => {
    socket.send(`got ${length} bytes`)
  })
})

const server = http.createServer()
server.on('upgrade', (request, tcp, head) => {
  const to = request.url === '/bus' ? bus : post
  to.handleUpgrade(request, tcp, head, (socket) => {
    to.emit('connection', socket, request)
  })
})
server.listen(8080)

function position(i) {
  return JSON.stringify({
    type: 'position',
    bus: 11,
    latitude: (52.52 + i / 5000).toFixed(4),
    longitude: (13.4 + i / 3000).toFixed(4),
    speed: Math.floor(20 + Math.random() * 20),
  })
}
