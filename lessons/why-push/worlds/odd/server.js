// A clock that counts oddly, and not evenly.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  let number = 20
  const timer = setInterval(() => {
    number += Math.random() < 0.5 ? 3 : 11
    socket.send(JSON.stringify({ type: 'time', number }))
  }, 600)
  socket.on('close', () => clearInterval(timer))
})
