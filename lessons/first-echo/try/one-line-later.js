const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
console.log(ws.readyState)
