let ws
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  const patience = setTimeout(connect, 1000)
  ws.onopen = () => {
    clearTimeout(patience)
    ws.send('here')
  }
}
connect()
