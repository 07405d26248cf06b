const { WebSocketServer } = require('ws')
const wss = new WebSocketServer({ port: 8080 })
process.on('exit', (code) => console.log(`About to exit with code: ${code}`))
wss.on('connection', (ws) => {
  ws.send('last words')
  ws.on('message', () => process.exit(3))
})
