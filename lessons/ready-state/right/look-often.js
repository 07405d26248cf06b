const ws = new WebSocket('wss://echo.websocket.org')
let last

const timer = setInterval(() => {
  if (ws.readyState !== last) console.log({ state: ws.readyState })
  last = ws.readyState
  if (last === WebSocket.CLOSED) clearInterval(timer)
}, 10)

ws.onopen = () => setTimeout(() => ws.close(), 1000)

document.querySelector('button').onclick = () => {
  if (last === WebSocket.OPEN && ws.readyState === last) ws.send('Hi')
}
