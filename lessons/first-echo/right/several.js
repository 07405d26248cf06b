const texts = ['one', 'two', 'three']
const sockets = texts.map(() => new WebSocket('wss://echo.websocket.org'))

sockets.forEach((ws, index) => {
  ws.onopen = () => {
    ws.send(texts[index])
    ws.send('last')
  }
  ws.onmessage = ({ data }) => {
    if (data === 'last') ws.close(4000)
  }
})
