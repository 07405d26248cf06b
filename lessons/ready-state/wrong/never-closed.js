const ws = new WebSocket('wss://echo.websocket.org')

const print = () => console.log(ws.readyState)

print()
ws.onopen = print
ws.onclose = print
