import { WebSocket, WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
server.on('connection', (ws, { headers }) => {
  const { origin, cookie } = headers
  console.log(`From ${origin}, cookie: ${cookie}`)
})

// A program on some machine, not a page.
new WebSocket('ws://localhost:8080', {
  origin: 'https://chat.example',
})
