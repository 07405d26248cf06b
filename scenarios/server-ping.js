// Pings each client every ten seconds and drops clients that did not answer the previous ping. It
// echoes too.
import { WebSocketServer } from 'ws'

const interval = 10_000
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  let answered = true

  const timer = setInterval(() => {
    if (!answered) {
      socket.terminate()
      return
    }
    answered = false
    socket.ping()
  }, interval)

  socket.on('pong', () => (answered = true))
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  socket.on('close', () => clearInterval(timer))
})
