const ws = new WebSocket('wss://echo.websocket.org')

function printState() {
  switch (ws.readyState) {
    case WebSocket.CONNECTING:
      console.log(0, 'CONNECTING')
      break
    case WebSocket.OPEN:
      console.log(1, 'OPEN')
      break
    case WebSocket.CLOSING:
      console.log(2, 'CLOSING')
      break
    case WebSocket.CLOSED:
      console.log(3, 'CLOSED')
      break
  }
}

printState()

ws.onopen = () => {
  ws.close()
  printState()
}

ws.onclose = () => {
  printState()
}
