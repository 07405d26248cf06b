const ws = new WebSocket('wss://echo.websocket.org')
const waiting = []

const timer = setInterval(() => {
  if (ws.readyState === WebSocket.CONNECTING || waiting.length === 0) return
  if (ws.readyState === WebSocket.OPEN) {
    waiting.splice(0).forEach((text) => ws.send(text))
  } else {
    console.log('not sent:', ...waiting.splice(0))
  }
}, 20)
setTimeout(() => clearInterval(timer), 4000)

waiting.push('first')
setTimeout(() => waiting.push('second'), 300)
setTimeout(() => waiting.push('third'), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => waiting.push('fourth'), 2500)
