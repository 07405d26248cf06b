import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const game = `null
{"home":0,"away":3}
{"injured":"Bo"}
{"home":4,"away":3}`

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
