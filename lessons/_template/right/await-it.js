const ws = new WebSocket('wss://echo.websocket.org')

await new Promise((resolve) => ws.addEventListener('open', resolve))
ws.send('Hello')
setTimeout(() => ws.close(1000), 500)
