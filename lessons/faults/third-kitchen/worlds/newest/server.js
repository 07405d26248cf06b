import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols: (offered) => (offered.has('v2.order') ? 'v2.order' : false),
})

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    try {
      const { table, dish } = JSON.parse(String(data))
      socket.send(dish + ' for table ' + table)
    } catch {
      socket.send('what is ' + data)
    }
  })
})
