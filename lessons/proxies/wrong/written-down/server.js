import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  const { size } = server.clients
  console.log(size === 1 ? '203.0.113.7' : '198.51.100.8')

  socket.on('message', (data) => {
    for (const client of server.clients) {
      client.send(String(data))
    }
  })
})

// The heartbeat.
setInterval(() => {
  for (const socket of server.clients) socket.ping()
}, 30_000)
