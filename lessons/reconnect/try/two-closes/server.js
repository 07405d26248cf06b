import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  if (request.url === '/refused') {
    socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
    return
  }
  server.handleUpgrade(request, socket, head, (client) => {
    setTimeout(() => client.terminate(), 500)
  })
})
http.listen(8080)
