import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({ port: 8080 })
wss.on('connection', (ws) => {
  ws.on('message', async (message) => {
    await new Promise((resolve) => setTimeout(resolve, 10))
    throw new TypeError(`cannot take ${message}`)
  })
})
