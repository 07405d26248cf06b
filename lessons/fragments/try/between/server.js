import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws) => {
  ws.send('Hel', { fin: false })
  ws.ping('still there?')
  ws.send('lo', { fin: true })
})
