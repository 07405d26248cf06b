const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const waiting = []

function flush() {
  while (waiting.length > 0 && ws.readyState === 1) {
    ws.send(waiting.shift())
  }
  if (ws.readyState > 1 && waiting.length > 0) {
    console.error('not sent:', waiting.splice(0))
  }
}

function say(text) {
  waiting.push(text)
  flush()
}

ws.onopen = flush
ws.onclose = flush

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
