const ws = new WebSocket('wss://buses.example')

ws.onopen = () => {
  ws.send('0'.repeat(1_000_000))
}
