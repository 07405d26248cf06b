// Two sockets send two keys.
for (const name of ['first', 'second']) {
  const ws = new WebSocket('wss://echo.websocket.org')

  ws.onopen = () => {
    console.log(name, 'is open')
  }

  ws.onclose = (event) => {
    console.log(name, 'is closed:', event.code)
  }
}
