// Tells each client the time, once a second, until it leaves.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  let number = 0

  const timer = setInterval(() => {
    number += 1
    socket.send(JSON.stringify({ type: 'time', number, time: new Date().toISOString() }))
  }, 1000)

  socket.on('close', () => clearInterval(timer))
})
