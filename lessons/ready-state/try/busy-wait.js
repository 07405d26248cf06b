const ws = new WebSocket('wss://echo.websocket.org')

while (ws.readyState === 0) {
  // Wait until it is open.
}

console.log('open')
