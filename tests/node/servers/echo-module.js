import { WebSocketServer } from 'ws'

const wss = new WebSocketServer({ port: process.env.PORT || 8080 })

wss.on('connection', function connection(ws) {
  ws.on('error', console.error)
  ws.on('message', function message(data, isBinary) {
    console.log('received: %s', data, isBinary)
    ws.send(data, { binary: isBinary })
  })
})
wss.on('listening', () => console.log('listening on', wss.options.port))
