const names = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED']
const ws = new WebSocket('wss://echo.websocket.org')
const state = ws.readyState

console.log(state, names[state])

ws.onopen = () => {
  console.log(state, names[state])
  setTimeout(() => {
    ws.close()
    console.log(state, names[state])
  }, 1000)
}

ws.onclose = () => {
  console.log(state, names[state])
}
