const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => ws.send(JSON.stringify({ id: 1, text: 'here' }))
