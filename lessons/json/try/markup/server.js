import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const image = `<img src=x onerror="alert('Eve was here')">`

server.on('connection', (socket) => {
  const say = (name, text) => {
    const message = { type: 'say', name, text }
    socket.send(JSON.stringify(message))
  }
  say('Ada', 'Hi!')
  setTimeout(say, 300, 'Eve', image)
})
