// Says "Hello" in two frames, with a ping between them.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.send('Hel', { fin: false })
  socket.ping('still there?')
  socket.send('lo', { fin: true })
})
