const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => {
  ws.send('hello')
  setTimeout(() => ws.close(), 500)
}
ws.onmessage = ({ data }) => console.log(data)
