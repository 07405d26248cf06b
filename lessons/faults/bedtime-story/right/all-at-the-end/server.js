import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const words = ['Once ', 'upon ', 'a ', 'time.']

server.on('connection', async (socket) => {
  socket.on('message', () => socket.send('ding dong'))
  let story = ''
  for (const word of words) {
    await new Promise((go) => setTimeout(go, 300))
    story += word
  }
  socket.send(story)
})
