function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  const patience = setTimeout(() => {
    ws.onclose = null
    ws.close()
    connect()
  }, 1000)
  ws.onopen = () => {
    clearTimeout(patience)
    ws.send('here')
  }
  ws.onclose = () => clearTimeout(patience)
}
connect()
