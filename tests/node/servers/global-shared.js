const { WebSocketServer } = require('ws')
global.users = new Map()
globalThis.limit = 3
global.wss = new WebSocketServer({ port: 8080 })
wss.on('connection', (ws) => {
  users.set(ws, users.size + 1)
  ws.on('message', () => ws.send(`${users.get(ws)} of ${limit}`))
})
console.log(globalThis.users === users, 'limit' in global)
