let ws
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send('here')
  ws.onerror = () => setTimeout(connect, 500)
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
