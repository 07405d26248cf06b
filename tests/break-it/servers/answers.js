// Answers a long question after 300 ms, and a short one at once.
import { WebSocketServer } from 'ws'

new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const { id, ask } = JSON.parse(String(data))
    const answer = JSON.stringify({ id, answer: `${ask}!` })
    setTimeout(() => socket.send(answer), ask.length > 5 ? 300 : 0)
  })
})
