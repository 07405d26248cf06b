// Prints what comes.
import { WebSocketServer } from 'ws'

new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
  socket.on('message', (data) => console.log(String(data)))
})
