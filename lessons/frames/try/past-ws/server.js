import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { socket }) => {
  const text = Buffer.from('Ahoy')
  socket.write(Buffer.of(0x81, text.length, ...text))
})
