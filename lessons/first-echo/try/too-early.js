const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
ws.send('Hello')
