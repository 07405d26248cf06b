import ReconnectingWebSocket from 'reconnecting-websocket'

const ws = new ReconnectingWebSocket('ws://localhost:8080')
let opened = 0
let heard = 0

ws.send(JSON.stringify({ type: 'join', room: 'tea' }))

ws.addEventListener('open', () => {
  opened += 1
  heard = 0
})
ws.addEventListener('message', () => {
  heard += 1
})

setTimeout(() => {
  console.log('opened:', opened, 'heard since:', heard)
  ws.close()
}, 11500)
