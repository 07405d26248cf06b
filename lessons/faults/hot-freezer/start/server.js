import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  const wanted = -18
  socket.send(String(wanted))
  socket.on('message', (bytes) => {
    // Tenths of a degree, the highest byte first.
    const set = bytes.readInt16BE(0) / 10
    if (set === wanted) console.log('confirmed')
    else console.log('alarm at ' + set)
  })
})
