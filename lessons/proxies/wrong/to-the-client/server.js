import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  const chain = request.headers['x-forwarded-for']
  socket.send(`You: ${chain}`)

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
