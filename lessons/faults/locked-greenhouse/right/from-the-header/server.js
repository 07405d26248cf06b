import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols(offered, { headers }) {
    const names = headers['sec-websocket-protocol'].split(/\s*,\s*/)
    return /\bv2\.plants\b/.test(names) ? names.find((name) => name === 'v2.plants') : 'v1.plants'
  },
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
