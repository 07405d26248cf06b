const ws = new WebSocket('ws://localhost:8080')
setTimeout(() => ws.send('hello'), 1000)
ws.onmessage = ({ data }) => console.log(data)
