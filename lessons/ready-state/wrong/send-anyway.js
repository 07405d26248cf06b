const ws = new WebSocket('wss://echo.websocket.org')

ws.onopen = () => {
  setTimeout(() => ws.close(), 1000)
}

document.querySelector('button').onclick = () => {
  try {
    ws.send('Hi')
  } catch {
    console.log('not open yet')
  }
}
