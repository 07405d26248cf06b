const ws = new WebSocket('ws://localhost:8080')
ws.onclose = ({ code }) => {
  console.log('closed', code)
}
ws.close()
