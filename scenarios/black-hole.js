// Echoes for ten seconds. Then it neither reads nor answers any more, and does not close either.
import { WebSocketServer } from 'ws'

const lifetime = 10_000
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))

  const timer = setTimeout(() => socket.pause(), lifetime)
  socket.on('close', () => clearTimeout(timer))
})
