import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({ port: 8080 })
const where = typeof window === 'undefined' ? 'node' : 'browser'
console.log(where, typeof document, typeof WebSocket, typeof navigator === 'undefined')
wss.on('connection', (ws) => {
  ws.on('message', () => {
    try {
      document.title = 'x'
    } catch (error) {
      ws.send(`${error.name}: ${error.message}`)
    }
  })
})
