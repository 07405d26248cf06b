const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

while (ws.readyState === WebSocket.CONNECTING) {
  // Not open yet. Look again.
}

console.log('open at last')
