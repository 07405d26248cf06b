import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (client) => {
  for (const number of [17, 42, 8, 63]) client.send(`${number}`)
})
