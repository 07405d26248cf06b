import { randomBytes } from 'node:crypto'
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  perMessageDeflate: true,
  maxPayload: 100_000,
})
const photo = randomBytes(2000)

server.on('connection', (socket, { url }) => {
  if (url === '/bus') new Bus(socket)
  socket.on('message', (data) => {
    socket.send(`got ${data.length} bytes`)
  })
  socket.on('error', ({ message }) => {
    console.log('error:', message)
  })
})

class Bus {
  #sent = 0

  constructor(socket) {
    this.socket = socket
    this.socket.send(photo, { compress: false })
    this.timer = setInterval(() => this.#move(), 500)
  }

  #move() {
    this.#sent += 1
    this.socket.send(position(this.#sent))
    if (this.#sent === 10) clearInterval(this.timer)
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
