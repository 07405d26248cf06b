import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  console.log(request.socket.remoteAddress)

  socket.on('message', (data) => {
    for (const client of server.clients) {
      client.send(String(data))
    }
  })
})

// 心跳。
setInterval(() => {
  for (const socket of server.clients) socket.ping()
}, 30_000)
