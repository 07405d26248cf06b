const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  console.log('open')
  // Your turn: send a message.
}

ws.onmessage = (event) => {
  console.log('received', event.data)
}

ws.onerror = () => {
  console.log('error')
}

ws.onclose = (event) => {
  console.log('closed', event.code, event.wasClean)
}
