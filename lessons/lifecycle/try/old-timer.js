const ws = new WebSocket('ws://localhost:8080')
setInterval(() => ws.send('ping'), 1_000)
setTimeout(() => ws.close(), 1_500)
