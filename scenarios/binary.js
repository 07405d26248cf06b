// Says what came, text or bytes, and how many. Sends bytes back inverted, but for every fourth: the
// negative of the pixels of a canvas, which are red, green, blue and alpha.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    const kind = isBinary ? 'binary' : 'text'
    socket.send(`${kind}, ${data.length} bytes`)
    if (!isBinary) return

    const negative = data.map((byte, i) => {
      const isAlpha = i % 4 === 3
      return isAlpha ? byte : 255 - byte
    })
    socket.send(negative)
  })
})
