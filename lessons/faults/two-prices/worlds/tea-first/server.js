import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const shelf = {
  tea: { price: 5.35, wait: 10 },
  milk: { price: 1.45, wait: 80 },
}

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { id, item } = JSON.parse(String(data))
    const { price, wait } = shelf[item]
    setTimeout(() => socket.send(JSON.stringify({ id, price })), wait)
  })
})
