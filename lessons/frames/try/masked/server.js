import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { socket }) => {
  const frame = '81 85 37 fa 21 3d 7f 9f 4d 51 58'
  const hex = frame.replaceAll(' ', '')
  socket.write(Buffer.from(hex, 'hex'))
})
