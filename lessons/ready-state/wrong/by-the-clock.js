const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  setTimeout(() => ws.close(), 1000)
}

const opened = Date.now() + 1000
document.querySelector('button').onclick = () => {
  const passed = Date.now() - opened
  if (passed > 0 && passed < 900) ws.send('Hi')
}
