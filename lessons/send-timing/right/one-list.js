const ws = new WebSocket('wss://echo.websocket.org')
const waiting = []

function flush() {
  while (waiting.length > 0 && ws.readyState === WebSocket.OPEN) ws.send(waiting.shift())
}

function say(text) {
  waiting.push(text)
  flush()
  if (ws.readyState > WebSocket.OPEN) console.error('unsent:', waiting)
}

ws.onopen = flush

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
