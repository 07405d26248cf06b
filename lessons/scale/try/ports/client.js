const url = 'ws://localhost:8080'
for (let i = 0; i < 8; i += 1) new WebSocket(url)
