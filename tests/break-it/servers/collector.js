// Prints each message once, by its id, and confirms each that comes.
import { WebSocketServer } from 'ws'

const known = new Set()

new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const { id, text } = JSON.parse(String(data))
    if (!known.has(id)) console.log(text)
    known.add(id)
    socket.send(JSON.stringify({ ack: id }))
  })
})
