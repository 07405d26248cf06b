import { createClient } from 'redis'
import { WebSocket, WebSocketServer } from 'ws'

const { PORT } = process.env
const server = new WebSocketServer({ port: PORT })
const publisher = await createClient().connect()
const subscriber = await publisher.duplicate().connect()

server.on('connection', (screen) => {
  screen.on('message', (bid) => {
    void publisher.publish('bids', `${bid}`)
  })
})

await subscriber.subscribe('bids', (bid) => {
  server.clients.forEach((screen) => {
    if (screen.readyState === WebSocket.OPEN) screen.send(bid)
  })
})
