const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  ws.close()
}

document.querySelector('button').onclick = () => {
  if (ws.readyState === ws.OPEN) ws.send('Hi')
}
