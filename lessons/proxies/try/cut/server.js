import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
setInterval(() => {
  for (const socket of server.clients) socket.ping()
}, 30_000)
