const { WebSocketServer } = require('ws')
const wss = new WebSocketServer({ port: 8080, maxPayload: 10 })
wss.on('connection', (ws) => {
  ws.on('error', (error) => console.log(error.name, error.code, error.message))
  ws.on('close', (code) => console.log('close', code))
  ws.on('message', (m) => ws.send(m.toString()))
})
