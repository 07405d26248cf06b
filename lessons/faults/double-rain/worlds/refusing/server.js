import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

let readyAt = 0
let hour = 6
const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  if (Date.now() < readyAt) {
    socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
  } else {
    server.handleUpgrade(request, socket, head, () => {})
  }
})
http.listen(8080)

setTimeout(() => {
  readyAt = Date.now() + 3_000
  for (const client of server.clients) client.terminate()
}, 3_700)

setInterval(() => {
  hour += 1
  for (const client of server.clients) client.send(hour + ':00, rain')
}, 2_500)
