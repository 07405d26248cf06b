const WebSocket = require('ws')
const wss = new WebSocket.Server({ port: 8080 })
process.on('exit', (code) => console.log('exit', code))
wss.on('connection', (ws) => {
  ws.on('message', (message) => {
    const data = JSON.parse(message)
    ws.send(data.text)
  })
})
