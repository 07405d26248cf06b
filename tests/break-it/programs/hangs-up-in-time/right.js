const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log(data)
  ws.close()
}
