// A text in three parts, 300 ms apart, to everyone who comes.
import { WebSocketServer } from 'ws'

new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
  const parts = ['Once', ' upon', ' a time', null]
  for (const [index, part] of parts.entries())
    setTimeout(() => socket.send(JSON.stringify({ part })), 300 * index)
})
