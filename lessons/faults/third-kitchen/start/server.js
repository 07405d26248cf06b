import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols(offered) {
    return offered.has('v1.order') ? 'v1.order' : false
  },
})

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const [table, dish] = String(data).split(' ')
    if (dish === undefined) socket.send('what is ' + data)
    else socket.send(dish + ' for table ' + table)
  })
})
