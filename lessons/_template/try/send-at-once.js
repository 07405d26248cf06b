const ws = new WebSocket('wss://echo.websocket.org')
ws.send('Hello')
