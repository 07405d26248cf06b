import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, tcp, head) => {
  tcp.on('error', () => tcp.destroy())

  setTimeout(() => {
    server.handleUpgrade(request, tcp, head, echo)
  }, 800)
})

function echo(socket) {
  socket.on('message', (data, isBinary) => {
    socket.send(data, { binary: isBinary })
  })
}

http.listen(8080)
