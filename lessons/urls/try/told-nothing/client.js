const ws = new WebSocket('ws://localhost:8080')

ws.onerror = (event) => {
  console.log('error', event.message)
}

ws.onclose = (event) => {
  console.log('close', event.code)
}
