const ws = new WebSocket('wss://echo.websocket.org')
console.log(ws.readyState)
ws.onopen = () => {
  console.log(ws.readyState)
  setTimeout(() => {
    ws.close()
    setTimeout(() => console.log(ws.readyState), 200)
  }, 1000)
}
ws.onclose = () => console.log(ws.readyState)
document.querySelector('button').onclick = () => {
  if (ws.readyState === WebSocket.OPEN) ws.send('Hi')
}
