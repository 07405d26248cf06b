import { createClient } from 'redis'
import { WebSocketServer } from 'ws'

const publisher = createClient()
publisher.on('error', (error) => console.log(error))
await publisher.connect()

const subscriber = publisher.duplicate()
subscriber.on('error', (error) => console.log(error))
await subscriber.connect()

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
      const said = JSON.stringify({ room, from, text })
      publisher.publish('chat', said)
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
