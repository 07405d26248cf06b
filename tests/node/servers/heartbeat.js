import { WebSocketServer } from 'ws'

function heartbeat() {
  this.isAlive = true
  console.log('pong')
}

const wss = new WebSocketServer({ port: 8080 })

wss.on('connection', function connection(ws) {
  ws.isAlive = true
  ws.on('error', console.error)
  ws.on('pong', heartbeat)
})

const interval = setInterval(function ping() {
  wss.clients.forEach(function each(ws) {
    if (ws.isAlive === false) return ws.terminate()
    ws.isAlive = false
    ws.ping()
    setTimeout(() => ws.send('alive ' + ws.isAlive), 50)
    clearInterval(interval)
  })
}, 30)

wss.on('close', function close() {
  clearInterval(interval)
})
