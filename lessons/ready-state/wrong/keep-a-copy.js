const names = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED']

const ws = new WebSocket('wss://echo.websocket.org')
const state = ws.readyState

console.log(state, names[state])

ws.onopen = () => {
  console.log(state, names[state])
  ws.close()
  console.log(state, names[state])
}

ws.onclose = () => {
  console.log(state, names[state])
}
