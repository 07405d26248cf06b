const ws = new WebSocket('wss://echo.websocket.org')
const waiting = []

const timer = setInterval(() => {
  if (waiting.length === 0 || ws.readyState === WebSocket.CONNECTING) return
  if (ws.readyState === WebSocket.OPEN) {
    waiting.splice(0).forEach((text) => ws.send(text))
  } else {
    console.log('never left:', ...waiting)
    clearInterval(timer)
  }
}, 20)

setTimeout(() => waiting.push('second'), 300)
setTimeout(() => waiting.push('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => waiting.push('fourth'), 2500)

waiting.push('first')
