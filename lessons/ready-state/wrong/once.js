const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  setTimeout(() => ws.close(), 1000)
}

document.querySelector('button').addEventListener(
  'click',
  () => {
    if (ws.readyState === 1) ws.send('Hi')
  },
  { once: true },
)
