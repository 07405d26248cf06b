import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  const chain = request.headers['x-forwarded-for']
  console.log(chain?.split(', ').at(-1))

  socket.isAlive = true
  socket.on('pong', () => {
    socket.isAlive = true
  })
  socket.on('message', (data) => {
    for (const client of server.clients) {
      client.send(String(data))
    }
  })
})

setInterval(() => {
  for (const socket of server.clients) {
    if (!socket.isAlive) {
      socket.terminate()
      continue
    }
    socket.isAlive = false
    socket.ping()
  }
}, 15_000)
