/** Answers a handshake when the query of its URL says, and tells how many were waiting before it. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

/** Handshakes that came and are not answered. */
let waiting = 0
/** The most there ever were. */
let most = 0

const sockets = new WebSocketServer({ noServer: true })
const server = createServer()
server.on('upgrade', (request, socket, head) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
  waiting += 1
  most = Math.max(most, waiting)
  socket.on('error', () => socket.destroy())
  setTimeout(
    () => {
      waiting -= 1
      if (pathname === '/fails') socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      else sockets.handleUpgrade(request, socket, head, (client) => client.send(String(most)))
    },
    Number(searchParams.get('after') ?? 0),
  )
})
server.listen(8080)
