import { WebSocketServer } from 'ws'

const spoken = ['v2.chat']

const server = new WebSocketServer({
  port: 8080,
  handleProtocols: (offered) =>
    spoken.find((name) => offered.has(name)) ?? false,
})
const ada = { name: 'Ada', id: 1 }

server.on('connection', (socket) => {
  const reply = (message) => {
    socket.send(JSON.stringify(message))
  }
  reply({ type: 'say', from: ada, text: 'Hi!' })

  socket.isAlive = true
  socket.on('pong', () => {
    socket.isAlive = true
  })

  socket.on('message', (data) => {
    const { type, from, text } = read(data)
    if (type === 'say' && from?.name) {
      tellAll({ type, from, text })
    } else if (type === 'ping') {
      reply({ type: 'pong' })
    }
  })
})

setInterval(() => {
  for (const socket of server.clients) {
    if (!socket.isAlive) {
      socket.terminate()
      continue
    }
    socket.isAlive = false
    socket.ping()
  }
}, 30_000)

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}

function tellAll(message) {
  for (const client of server.clients) {
    client.send(JSON.stringify(message))
  }
}
