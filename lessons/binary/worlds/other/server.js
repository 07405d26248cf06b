import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const ROW = 400 * 4

server.on('connection', (socket) => {
  let row = 0
  socket.on('message', (data, isBinary) => {
    socket.send(`${isBinary ? 'binary' : 'text'}, ${data.length} bytes`)
    if (!isBinary) return

    if (data.length === 32 * ROW) {
      for (let at = 0; at < data.length; at += ROW, row++) {
        const found = data[at] + 256 * (data[at + 1] - 16)
        if (found === row) continue
        socket.send(`row ${found} in place of row ${row}`)
        break
      }
    }
    socket.send(data.map((byte, i) => (i % 4 === 3 ? byte : byte ^ 90)))
  })
})
