const socket = new WebSocket('wss://echo.websocket.org')
let last

const timer = setInterval(() => {
  if (socket.readyState !== last) console.log({ state: socket.readyState })
  last = socket.readyState
  if (last === WebSocket.OPEN) socket.close()
  if (last === WebSocket.CLOSED) clearInterval(timer)
}, 10)
