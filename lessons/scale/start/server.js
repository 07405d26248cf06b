import { WebSocketServer } from 'ws'

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
      deliver({ room, from, text })
    }
  })
})

// To everyone in the room, the sender too.
function deliver(said) {
  for (const socket of server.clients) {
    if (socket.room !== said.room) continue
    socket.send(JSON.stringify(said))
  }
}
