function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  let patience
  ws.onopen = () => {
    ws.send('ping')
    patience = setTimeout(() => {
      ws.onclose = null
      ws.close()
      connect()
    }, 2000)
  }
  ws.onmessage = () => clearTimeout(patience)
  ws.onclose = () => {
    clearTimeout(patience)
    connect()
  }
}
connect()
