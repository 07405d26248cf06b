import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols(offered) {
    const known = [...offered].filter((name) => /^v[12]\.plants$/.test(name))
    return known.sort().at(-1) ?? false
  },
})

server.on('connection', (socket) => {
  socket.send('21 degrees')
})
