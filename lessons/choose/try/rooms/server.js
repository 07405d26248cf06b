// A line a second to everyone in the room.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, room } = JSON.parse(data)
    if (type === 'join') socket.room = room
  })
})

setInterval(() => {
  for (const socket of server.clients) {
    if (socket.room === 'tea') socket.send('More tea?')
  }
}, 1000)
