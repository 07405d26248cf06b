import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
// Milk is dearer than tea today, and is still answered first.
const shelf = {
  tea: { price: 0.9, wait: 300 },
  milk: { price: 2.15, wait: 5 },
}

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { id, item } = JSON.parse(String(data))
    const { price, wait } = shelf[item]
    setTimeout(() => socket.send(JSON.stringify({ price, id })), wait)
  })
})
