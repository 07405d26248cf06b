import { createClient } from 'redis'
import { WebSocketServer } from 'ws'

const port = process.env.PORT
const publisher = await createClient().connect()
const subscriber = publisher.duplicate()
await subscriber.connect()
await subscriber.subscribe('chat', (message) => {
  const said = JSON.parse(message)
  if (said.port !== port) deliver(said)
})

const server = new WebSocketServer({ port })
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const said = { port, text: String(data) }
    deliver(said)
    publisher.publish('chat', JSON.stringify(said))
  })
})

function deliver({ text }) {
  for (const socket of server.clients) socket.send(text)
}
