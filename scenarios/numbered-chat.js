// Twenty numbered messages, one every half second. The connection drops after each fourth one.
//
// Who comes back sends {"type":"resume","after":4} and gets what it missed.
import { WebSocketServer } from 'ws'

const last = 20
const server = new WebSocketServer({ port: 8080 })
const history = []

const timer = setInterval(() => {
  history.push({ type: 'message', number: history.length + 1 })
  for (const socket of server.clients) socket.catchUp?.()
  if (history.length === last) clearInterval(timer)
}, 500)

server.on('connection', (socket) => {
  let sent = history.length
  let left = 4

  socket.catchUp = () => {
    while (sent < history.length && left > 0) {
      socket.send(JSON.stringify(history[sent]))
      sent += 1
      left -= 1
    }
    if (left === 0 && sent < last) socket.terminate()
  }

  socket.on('message', (data) => {
    const message = JSON.parse(data)
    if (message.type === 'resume') {
      sent = message.after
      socket.catchUp()
    }
  })
})
