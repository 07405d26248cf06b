const ws = new WebSocket('wss://chat.example/join')

ws.onopen = () => {
  ws.send('general')
}
