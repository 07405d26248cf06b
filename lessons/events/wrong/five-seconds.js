const ws = new WebSocket('ws://localhost:8080')
const timer = setTimeout(() => {
  ws.close()
  console.log('failed')
}, 5000)
ws.onopen = () => clearTimeout(timer)
