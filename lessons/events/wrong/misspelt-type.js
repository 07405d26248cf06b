const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => ws.send('Hello')
ws.onmessage = () => ws.close(1000, 'done')

ws.addEventListener('onclose', ({ code }) => console.log(code))
ws.addEventListener('onclose', ({ reason }) => console.log(reason))
