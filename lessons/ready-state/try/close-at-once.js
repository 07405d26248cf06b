const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
ws.close()
console.log(ws.readyState)

ws.onopen = () => console.log('open')
ws.onerror = () => console.log('error')
ws.onclose = (event) => {
  console.log('close', event.code)
}
