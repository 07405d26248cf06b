const names = ['connecting', 'open', 'closing', 'closed']
const ws = new WebSocket('wss://echo.websocket.org')

console.log(names[ws.readyState])
ws.onopen = () => {
  console.log(names[ws.readyState])
  ws.send('bye')
}
ws.onmessage = () => {
  ws.close()
  console.log(names[ws.readyState])
}
ws.onclose = () => console.log(names[ws.readyState])
