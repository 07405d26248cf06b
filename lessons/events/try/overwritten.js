const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onopen = () => console.log('log: open')

ws.onopen = () => console.log('status: open')
