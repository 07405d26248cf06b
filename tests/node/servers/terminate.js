const { WebSocketServer, WebSocket } = require('ws')
const wss = new WebSocketServer({ port: 8080, clientTracking: true })
wss.on('connection', (ws) => {
  ws.isAlive = false
  ws.on('close', (code) => console.log('close', code, ws.readyState === WebSocket.CLOSED))
  setTimeout(() => {
    for (const client of wss.clients) if (!client.isAlive) client.terminate()
  }, 20)
})
