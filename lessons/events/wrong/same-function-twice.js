const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => ws.send('Hello')
ws.onmessage = () => ws.close(1000, 'done')

const tell = ({ code, reason }) => console.log(code, reason)
ws.addEventListener('close', tell)
ws.addEventListener('close', tell)
