const http = require('http')
const { WebSocketServer } = require('ws')
const server = http.createServer()
const wss = new WebSocketServer({ server })
wss.on('connection', (ws) => {
  ws.on('message', () => process.kill(process.pid, 'SIGTERM'))
})
process.on('SIGTERM', (signal) => {
  console.log(`${signal} signal received: closing HTTP server`)
  wss.clients.forEach((client) => client.close(1001, 'going away'))
  wss.close(() => console.log('wss closed'))
  server.close(() => {
    console.log('HTTP server closed')
    process.exit(0)
  })
})
server.listen(8080)
