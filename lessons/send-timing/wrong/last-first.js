const ws = new WebSocket('wss://echo.websocket.org')
const queue = []

function say(text) {
  if (ws.readyState === WebSocket.CONNECTING) queue.push(text)
  else if (ws.readyState === WebSocket.OPEN) ws.send(text)
  else console.log('not sent:', text)
}

ws.onopen = () => {
  while (queue.length > 0) {
    ws.send(queue.pop())
  }
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
