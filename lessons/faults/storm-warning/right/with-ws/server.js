import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, { url }) => {
  const areas = url.slice(1).split(',')
  socket.send(areas.map((area) => `Storm in the ${area}. Stay at home.`).join(' '))
})
