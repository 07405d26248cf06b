import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket, request) => {
  console.log(`HTTP/${request.httpVersion}`)
})
