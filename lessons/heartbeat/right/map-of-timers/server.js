import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols: (names) => names.has('v2.chat') && 'v2.chat',
})

server.on('connection', (socket) => {
  const tell = (message) => socket.send(JSON.stringify(message))
  tell({ type: 'say', from: { name: 'Ada', id: 1 }, text: 'Hi!' })

  let missed = 0
  const timer = setInterval(() => {
    if (missed > 0) return socket.terminate()
    missed += 1
    socket.ping()
  }, 20_000)
  socket.on('pong', () => (missed = 0))
  socket.on('close', () => clearInterval(timer))

  socket.on('message', (data) => {
    let message = {}
    try {
      message = JSON.parse(data) ?? {}
    } catch {
      return
    }
    if (message.type === 'ping') tell({ type: 'pong' })
    if (message.type !== 'say' || !message.from?.name) return
    for (const client of server.clients) client.send(JSON.stringify(message))
  })
})
