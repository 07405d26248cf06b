const http = require('http')
const WebSocket = require('ws')
const server = http.createServer((req, res) => {
  console.log(req.constructor.name, res.constructor.name, req.socket.constructor.name)
  res.end()
})
const wss = new WebSocket.WebSocketServer({ server })
console.log(wss.constructor.name, server.constructor.name, Buffer.from('a').constructor.name, process.constructor.name)
wss.on('connection', (ws, req) => {
  console.log(ws.constructor.name, req.constructor.name, req.socket.constructor.name)
  console.log(Object.keys(req.headers).sort().filter((name) => !/user-agent|origin|cache|pragma|accept/.test(name)))
  console.log(wss.clients.constructor.name, wss.clients.size === 1 ? 'one' : 'more')
  ws.on('message', (m) => ws.send(m.constructor.name))
})
server.listen(8080)
class Room { members = new Set() }
console.log(new Room(), Room, [Room], { Room })
