import { PassThrough } from 'stream'
import WebSocket, { WebSocketServer, createWebSocketStream } from 'ws'

// A client whose socket is a stream: one stream goes in, another comes out.
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    socket.send(`${data}!`)
    if (String(data) === 'end') socket.close()
  })
})

server.on('listening', () => {
  const duplex = createWebSocketStream(new WebSocket('ws://localhost:8080'), { encoding: 'utf8' })
  const typed = new PassThrough()
  const shown = new PassThrough({ encoding: 'utf8' })
  shown.on('data', (text) => console.log('shown', text))
  shown.on('end', () => console.log('ended'))
  duplex.on('error', (error) => console.error(error.message))
  typed.pipe(duplex, { end: false })
  duplex.pipe(shown)
  typed.write('first')
  setTimeout(() => typed.write('end'), 20)
})
