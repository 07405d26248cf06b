// Reads no more than 256 KiB a second, so that what a client sends piles up on its side.
import { WebSocketServer } from 'ws'

const octetsPerSecond = 256 * 1024
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  let total = 0

  request.socket.on('data', (chunk) => {
    socket.pause()
    setTimeout(() => socket.resume(), (chunk.length / octetsPerSecond) * 1000)
  })

  socket.on('message', (data) => {
    total += data.length
    socket.send(JSON.stringify({ received: data.length, total }))
  })
})
