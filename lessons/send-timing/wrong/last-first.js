const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const queue = []

function say(text) {
  if (ws.readyState === WebSocket.CONNECTING) queue.push(text)
  else ws.send(text)
}

ws.onopen = () => {
  while (queue.length > 0) ws.send(queue.pop())
}

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
