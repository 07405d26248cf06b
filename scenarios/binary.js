// Takes octets, for example of a canvas. Says how many came, and sends them back inverted.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    if (!isBinary) {
      socket.send('That was text. Send octets.')
      return
    }

    socket.send(JSON.stringify({ octets: data.length }))
    socket.send(data.map((octet) => 255 - octet))
  })
})
