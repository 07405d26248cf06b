let ws = new WebSocket('ws://localhost:8080', 'v2.chat')
ws.onopen = () => console.log('protocol', ws.protocol)
ws.onerror = () => {
  ws = new WebSocket('ws://localhost:8080', 'v1.chat')
  ws.onopen = () => console.log('protocol', ws.protocol)
}
