import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const streams = ['/live/bears', '/live/owls', '/live/seals']
const refusals = new Map([
  ['/live/lions', 'HTTP/1.1 401 Unauthorized'],
  ['/bears', 'HTTP/1.1 302 Found\r\nLocation: /live/bears'],
])
const sockets = new WebSocketServer({ noServer: true })
const server = createServer()

server.on('upgrade', (request, socket, head) => {
  const { url } = request
  if (streams.includes(url)) {
    console.log(`${url} 101`)
    sockets.handleUpgrade(request, socket, head, () => {})
    return
  }
  const refusal = refusals.get(url) ?? 'HTTP/1.1 200 OK'
  console.log(`${url} ${refusal.slice(9, 12)}`)
  socket.end(`${refusal}\r\nConnection: close\r\n\r\n`)
})

server.listen(8080)
