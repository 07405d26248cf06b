const ws = new WebSocket('wss://echo.websocket.org')
const queue = []

function flush() {
  for (const text of queue) {
    ws.send(text)
  }
}

function say(text) {
  if (ws.readyState > WebSocket.OPEN) {
    console.log('not sent:', text)
    return
  }
  queue.push(text)
  if (ws.readyState === WebSocket.OPEN) flush()
}

ws.onopen = flush

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
