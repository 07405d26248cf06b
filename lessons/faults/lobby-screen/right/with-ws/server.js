import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const packing = new WebSocketServer({ noServer: true, perMessageDeflate: { threshold: 0 } })
const plain = new WebSocketServer({ noServer: true })
const http = createServer()

http.on('upgrade', (request, socket, head) => {
  const server = request.url === '/lobby' ? plain : packing
  server.handleUpgrade(request, socket, head, () => {})
})

setTimeout(() => {
  for (const screen of [...packing.clients, ...plain.clients]) {
    screen.send('Lot 7: a ring, a ring, a ring')
  }
}, 900)
http.listen(8080)
