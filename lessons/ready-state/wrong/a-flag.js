const ws = new WebSocket('wss://echo.websocket.org')
let isOpen = false

ws.onopen = () => {
  isOpen = true
  setTimeout(() => ws.close(), 1000)
}

ws.onclose = () => {
  isOpen = false
}

document.querySelector('button').onclick = () => {
  if (isOpen) ws.send('Hi')
}
