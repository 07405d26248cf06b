import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, request) => {
  const chain = request.headers['x-forwarded-for']
  console.log(chain?.split(', ').at(-1))

  const beat = setInterval(() => {
    socket.ping()
  }, 12_000)
  socket.on('close', () => clearInterval(beat))
  socket.on('message', (data) => {
    for (const client of server.clients) {
      client.send(String(data))
    }
  })
})
