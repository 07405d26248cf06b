import { createClient } from 'redis'
import { WebSocketServer } from 'ws'

const publisher = createClient()
await publisher.connect()

const subscriber = publisher.duplicate()
await subscriber.connect()
await subscriber.subscribe('bids', (text) => {
  show(JSON.parse(text).bid)
})

const port = process.env.PORT
const server = new WebSocketServer({ port })

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const bid = String(data)
    publisher.publish('bids', JSON.stringify({ bid }))
  })
})

// On all screens of this server.
function show(bid) {
  for (const screen of server.clients) screen.send(bid)
}
