const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  setTimeout(() => ws.close(), 1000)
}

document.querySelector('button').onclick = () => {
  if (ws.readyState < 2) ws.send('Hi')
}
