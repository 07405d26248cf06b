const WebSocket = require('ws')
const server = new WebSocket.Server({ port: 8080 })
process.on('uncaughtException', (err, origin) => {
  console.error('There was an uncaught error', err.message, origin)
})
process.on('unhandledRejection', (reason) => console.error('rejected', reason.message))
server.on('connection', (ws) => {
  ws.on('message', (message) => {
    if (String(message) === 'throw') return void setTimeout(() => { throw new Error('boom') })
    if (String(message) === 'reject') return Promise.reject(new Error('no'))
    ws.send('still here')
  })
})
