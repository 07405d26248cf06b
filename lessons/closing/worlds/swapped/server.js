import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const seen = new Set()

server.on('connection', (socket, request) => {
  const path = request.url
  const isBack = seen.has(path)
  seen.add(path)
  if (isBack) socket.send('Welcome back')
  else socket.send('Welcome')

  if (path === '/expire' && !isBack) {
    setTimeout(() => socket.terminate(), 500)
  }
  if (path === '/drop') {
    setTimeout(() => {
      socket.close(4001)
    }, 1000)
  }
})
