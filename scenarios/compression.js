// Echoes, and compresses every message when the client agrees. At /off it does not.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer()
const compressing = new WebSocketServer({ noServer: true, perMessageDeflate: { threshold: 0 } })
const plain = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  const server = request.url === '/off' ? plain : compressing

  server.handleUpgrade(request, socket, head, (client) => {
    client.on('message', (data, isBinary) => client.send(data, { binary: isBinary }))
  })
})

http.listen(8080)
