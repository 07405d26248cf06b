// Says where the ball is, every 20 ms.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  let number = 0
  const timer = setInterval(() => {
    number += 1
    const place = { x: 3 * number, y: number % 7 }
    const sent = Date.now()
    socket.send(JSON.stringify({ number, ...place, sent }))
  }, 20)
  socket.on('close', () => clearInterval(timer))
})
