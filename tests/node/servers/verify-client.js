const WebSocket = require('ws')
const wss = new WebSocket.Server({
  port: 8080,
  verifyClient: (info, done) => {
    console.log('secure', info.secure, info.req.method)
    if (info.req.url === '/ok') done(true)
    else done(false, 403, 'Forbidden', { 'X-Why': 'path' })
  },
})
wss.on('connection', (ws, req) => ws.send(`welcome ${req.url} ${req.httpVersion}`))
