import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols(offered) {
    if (offered.has('v2.order')) return 'v2.order'
    return offered.has('v1.order') ? 'v1.order' : false
  },
})

function read(data, version) {
  if (version === 'v2.order') return JSON.parse(data)
  const [table, dish] = data.split(' ')
  return { table, dish }
}

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    try {
      const { table, dish } = read(String(data), socket.protocol)
      if (dish === undefined) throw new Error('no dish')
      socket.send(dish + ' for table ' + table)
    } catch {
      socket.send('what is ' + data)
    }
  })
})
