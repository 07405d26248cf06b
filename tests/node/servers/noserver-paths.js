import { createServer } from 'http'
import { WebSocketServer } from 'ws'

// Two kinds of connection on one port, told apart by their path.
const http = createServer()
const news = new WebSocketServer({ noServer: true })
const chat = new WebSocketServer({ noServer: true })
const rooms = new Map([
  ['/news', news],
  ['/chat', chat],
])

news.on('connection', (socket, { url }) => socket.send(`today's news at ${url}`))
chat.on('connection', (socket, { url }) => socket.send(`nobody is here at ${url}`))

http.on('upgrade', (request, socket, head) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const server = rooms.get(pathname)
  if (server === undefined) {
    socket.destroy()
    return
  }
  server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request))
})

http.listen(8080)
