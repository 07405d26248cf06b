import { createClient } from 'redis'
import { WebSocketServer } from 'ws'

const publisher = createClient()
publisher.on('error', (error) => console.log(error))
await publisher.connect()

const subscriber = publisher.duplicate()
subscriber.on('error', (error) => console.log(error))
await subscriber.connect()
await subscriber.subscribe('chat', (message) => {
  deliver(JSON.parse(message))
})

const port = process.env.PORT
const server = new WebSocketServer({ port })

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, name, room, text } = JSON.parse(data)
    if (type === 'join') {
      socket.name = name
      socket.room = room
      console.log(`${name} is here, in ${room}`)
    } else if (type === 'say') {
      const { name: from, room } = socket
      publisher.incr(`number:${room}`).then((number) => {
        const said = { room, from, text, number }
        publisher.publish('chat', JSON.stringify(said))
      })
    }
  })
})

// To everyone in the room who is on this server.
function deliver(said) {
  for (const socket of server.clients) {
    if (socket.room !== said.room) continue
    socket.send(JSON.stringify(said))
  }
}

process.on('SIGTERM', () => {
  console.log(`${port} is leaving`)
  server.close()
  for (const socket of server.clients) {
    socket.close(1001, 'Another server is there')
  }
  setTimeout(() => process.exit(), 2000)
})
