// Ends each connection after 20 seconds, and takes the next at once.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  server.handleUpgrade(request, socket, head, welcome)
})
http.listen(8080)

function welcome(socket) {
  setTimeout(() => socket.terminate(), 20_000)
  const reply = (message) => {
    socket.send(JSON.stringify(message))
  }
  const from = { name: 'Ada', id: 1 }
  reply({ type: 'say', from, text: 'Hi!' })

  socket.on('message', (data) => {
    const { type, from, text } = read(data)
    if (type === 'say' && from?.name) {
      tellAll({ type, from, text })
    } else if (type === 'ping') {
      reply({ type: 'pong' })
    }
  })
}

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
