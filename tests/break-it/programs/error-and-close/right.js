let ws
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send('here')
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
