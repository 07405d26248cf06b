import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  perMessageDeflate: true,
  maxPayload: 100_000,
})
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

const report = async (socket) => {
  await say(socket, photo, false)
  let number = 0
  while (socket.readyState === socket.OPEN) {
    await wait(500)
    number += 1
    if (number > 10) return
    await say(socket, position(number), true)
  }
}

const say = (socket, data, compress) => new Promise((go) => socket.send(data, { compress }, go))

function position(i) {
  return JSON.stringify({
    type: 'position',
    bus: 11,
    latitude: (52.52 + i / 5000).toFixed(4),
    longitude: (13.4 + i / 3000).toFixed(4),
    speed: Math.floor(20 + Math.random() * 20),
  })
}
