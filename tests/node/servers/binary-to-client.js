import { WebSocketServer } from 'ws'

// Numbers as they lie in memory, a Buffer, a view of a part, and text.
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  const numbers = Float32Array.from({ length: 3 }, (_, at) => at / 2)
  socket.send(numbers)
  socket.send(Buffer.from('héllo'))
  socket.send(new Uint8Array([9, 8, 7, 6]).subarray(1, 3))
  socket.send(numbers.buffer, (error) => console.log('sent', error))
  socket.send('text')
})
