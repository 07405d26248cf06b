import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

// Every second: how many are here.
setInterval(() => {
  const here = server.clients.size
  for (const client of server.clients) {
    client.send(JSON.stringify({ here }))
  }
}, 1_000)
