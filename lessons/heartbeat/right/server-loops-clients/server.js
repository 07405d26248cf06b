import { WebSocket, WebSocketServer } from 'ws'

const wss = new WebSocketServer({ port: 8080 })
const pending = new WeakSet()

wss.on('connection', function (ws) {
  ws.send('{"type":"say","from":{"name":"Ada","id":1},"text":"Hi!"}')
  ws.on('pong', () => pending.delete(ws))
  ws.on('message', (raw) => {
    let m
    try {
      m = JSON.parse(raw)
    } catch {
      return
    }
    if (m?.type === 'ping') ws.send(JSON.stringify({ type: 'pong' }))
    if (m?.type === 'say') {
      wss.clients.forEach((c) => {
        if (c.readyState === WebSocket.OPEN) c.send(JSON.stringify(m))
      })
    }
  })
})

const beat = () => {
  wss.clients.forEach((ws) => {
    if (pending.has(ws)) ws.terminate()
    else {
      pending.add(ws)
      ws.ping('x')
    }
  })
  setTimeout(beat, 25000)
}
setTimeout(beat, 25000)
