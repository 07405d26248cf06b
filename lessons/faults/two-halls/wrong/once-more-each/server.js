import { createClient } from 'redis'
import { WebSocketServer } from 'ws'

const publisher = createClient()
await publisher.connect()

const subscriber = publisher.duplicate()
await subscriber.connect()

const port = process.env.PORT
const server = new WebSocketServer({ port })

server.on('connection', (socket) => {
  subscriber.subscribe('bids', (bid) => show(bid))
  socket.on('message', (data) => {
    const bid = String(data)
    publisher.publish('bids', bid)
  })
})

// On all screens of this server.
function show(bid) {
  for (const screen of server.clients) screen.send(bid)
}
