import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const game = `{"home":1,"away":0}
{"home":1,"away":1}
half-time
{"home":2,"away":1}`

server.on('connection', (socket) => {
  const news = game.split('\n')
  const tell = () => {
    if (news.length === 0) return
    const next = news.shift()
    setTimeout(() => socket.send(next), 100)
  }
  socket.on('message', tell)
  tell()
})
