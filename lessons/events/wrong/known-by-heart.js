const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => ws.send('Hello')
ws.onmessage = () => ws.close(1000, 'done')

ws.onclose = () => console.log('close', 1000)
ws.addEventListener('close', () => console.log('done'))
