import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const words = ['Once ', 'upon ', 'a ', 'time.']

function pause() {
  return new Promise((go) => setTimeout(go, 300))
}

async function tell(socket) {
  for (const word of words) {
    socket.send(word, { fin: false })
    await pause()
  }
  socket.send('', { fin: true })
}

server.on('connection', (socket, request) => {
  setTimeout(() => socket.ping('awake?'), 450)
  socket.on('message', () => {
    const text = Buffer.from('ding dong')
    request.socket.write(Buffer.concat([Buffer.of(0x81, text.length), text]))
  })
  tell(socket)
})
