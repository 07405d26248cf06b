import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  verifyClient: ({ origin, req }, answer) => {
    answer(isOwnPage(origin, req.headers.host), 403)
  },
})

// A page of the site that it was asked from, whatever
// that is called: bakery.example, www.bakery.example.
function isOwnPage(origin, host) {
  return origin === `http://${host}`
}

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    socket.send(`in the oven: ${data}`)
  })
})
