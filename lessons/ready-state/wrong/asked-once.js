const ws = new WebSocket('wss://echo.websocket.org')
const canSend = ws.readyState === WebSocket.OPEN
console.log(0, 'CONNECTING')
ws.onopen = () => {
  console.log(ws.readyState)
  setTimeout(() => ws.close(), 1000)
}
document.querySelector('button').onclick = () => {
  if (canSend) ws.send('Hi')
}
