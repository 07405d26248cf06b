const ws = new WebSocket('wss://echo.websocket.org')
console.log(0, 'CONNECTING')

ws.onopen = () => {
  console.log(1, 'OPEN')
  setTimeout(() => {
    ws.close()
    console.log(2, 'CLOSING')
  }, 1000)
}

ws.onclose = () => console.log(3, 'CLOSED')
