import { createServer } from 'http'
import { WebSocketServer } from 'ws'

const server = createServer()
const wss1 = new WebSocketServer({ noServer: true })
const wss2 = new WebSocketServer({ noServer: true })

wss1.on('connection', function connection(ws) {
  ws.on('error', console.error)
  ws.send('foo')
})
wss2.on('connection', function connection(ws) {
  ws.on('error', console.error)
  ws.send('bar')
})

server.on('upgrade', function upgrade(request, socket, head) {
  const { pathname } = new URL(request.url, 'wss://base.url')
  if (pathname === '/foo') {
    wss1.handleUpgrade(request, socket, head, function done(ws) {
      wss1.emit('connection', ws, request)
    })
  } else if (pathname === '/bar') {
    wss2.handleUpgrade(request, socket, head, function done(ws) {
      wss2.emit('connection', ws, request)
    })
  } else {
    socket.destroy()
  }
})

server.listen(8080)
