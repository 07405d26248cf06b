// Echoes, behind a proxy that cuts every connection on which nothing passed for 60 seconds.
import { WebSocketServer } from 'ws'

const limit = 60_000
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))

  const transport = request.socket
  transport.setTimeout(limit, () => transport.destroy())
})
