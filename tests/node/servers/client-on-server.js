const WebSocket = require('ws')
const wss = new WebSocket.Server({ port: 8080 })
wss.on('connection', (ws, req) => {
  ws.on('message', (message) => ws.send(`${req.url} said ${message}`))
})
wss.on('listening', () => {
  const client = new WebSocket('ws://localhost:8080/inner')
  client.on('open', () => {
    console.log('open', client.readyState, client.url)
    client.send('from inside')
  })
  client.on('message', (data, isBinary) => {
    console.log('client got', data.toString(), isBinary)
    client.close(1000, 'enough')
  })
  client.on('close', (code, reason) => console.log('client closed', code, `${reason}`))
})
