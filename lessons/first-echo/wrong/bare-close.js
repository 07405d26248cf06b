const ws = new WebSocket('wss://echo.websocket.org')

ws.addEventListener('open', () => ws.send('Good morning'))
ws.addEventListener('message', () => ws.close())
ws.addEventListener('close', () => console.log('closed', 1000))
