import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const shelf = {
  tea: { price: 4.8, wait: 60 },
  milk: { price: 1.2, wait: 0 },
}

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { id, item } = JSON.parse(String(data))
    const { price, wait } = shelf[item]
    const answer = JSON.stringify({ id, price })
    if (wait === 0) socket.send(answer)
    else setTimeout(() => socket.send(answer), wait)
  })
})
