// Lets in only pages of known origins; others get 403. A sandboxed page's origin is "null".
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const allowed = ['https://chat.example']

const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  if (allowed.includes(request.headers.origin)) {
    server.handleUpgrade(request, socket, head, (client) => {
      client.send(`Welcome, page of ${request.headers.origin}`)
    })
  } else {
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  }
})

http.listen(8080)
