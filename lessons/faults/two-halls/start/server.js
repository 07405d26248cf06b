import { createClient } from 'redis'
import { WebSocketServer } from 'ws'

const publisher = createClient()
await publisher.connect()

const subscriber = publisher.duplicate()
await subscriber.connect()
await subscriber.subscribe('bids', (bid) => show(bid))

const port = process.env.PORT
const server = new WebSocketServer({ port })

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const bid = String(data)
    show(bid)
    publisher.publish('bids', bid)
  })
})

// On all screens of this server.
function show(bid) {
  for (const screen of server.clients) screen.send(bid)
}
