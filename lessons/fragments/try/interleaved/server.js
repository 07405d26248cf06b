import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { socket }) => {
  const put = (...b) => socket.write(Buffer.of(...b))

  put(0x01, 2, 72, 101) // "He", FIN 0
  put(0x81, 2, 72, 105) // "Hi", FIN 1
  put(0x80, 3, 108, 108, 111) // "llo", FIN 1
})
