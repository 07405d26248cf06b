const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const queue = []

function flush() {
  for (const text of queue) ws.send(text)
}

function say(text) {
  queue.push(text)
  if (ws.readyState === WebSocket.OPEN) flush()
}

ws.onopen = flush

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
