import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket, { headers }) => {
  console.log(headers['x-forwarded-proto'])
})
