const ws = new WebSocket('wss://echo.websocket.org')

console.log('connecting', ws.readyState)

ws.onopen = () => setTimeout(() => ws.close(), 1000)
ws.onmessage = () => console.log('open', ws.readyState)
ws.onclose = () => console.log('closed', ws.readyState)

document.querySelector('button').onclick = () => {
  if (ws.readyState === WebSocket.OPEN) ws.send('Hi')
}
