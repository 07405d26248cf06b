// Down for ten minutes.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer()
const server = new WebSocketServer({ noServer: true })
let isUp = true

http.on('upgrade', (request, socket, head) => {
  if (isUp) {
    server.handleUpgrade(request, socket, head, welcome)
  } else {
    socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
  }
})
http.listen(8080)

function welcome(socket) {
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

function restart(at, duration) {
  setTimeout(() => {
    isUp = false
    for (const client of server.clients) {
      client.terminate()
    }
  }, at)
  setTimeout(() => (isUp = true), at + duration)
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

restart(10_000, 600_000)
