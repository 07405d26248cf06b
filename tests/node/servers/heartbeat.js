import { WebSocketServer } from 'ws'

// Who has not answered the last ping by the next one is gone.
const server = new WebSocketServer({ port: 8080 })
const silent = new Set()
let rounds = 0

server.on('connection', (socket) => {
  socket.on('pong', () => {
    silent.delete(socket)
    console.log('pong')
  })
})

const round = setInterval(() => {
  for (const socket of server.clients) {
    if (silent.has(socket)) {
      socket.terminate()
      continue
    }
    silent.add(socket)
    socket.ping()
    rounds += 1
    setTimeout(() => socket.send(`answered: ${!silent.has(socket)}`), 50)
  }
  if (rounds > 0) clearInterval(round)
}, 30)

server.on('close', () => clearInterval(round))
