const ws = new WebSocket('wss://echo.websocket.org')
const button = document.querySelector('button')

function show() {
  const state = ws.readyState
  button.disabled = state !== WebSocket.OPEN
  button.title = state
  console.log('state', state)
}

show()
ws.onopen = () => {
  show()
  setTimeout(() => {
    ws.close()
    show()
  }, 1000)
}
ws.onclose = show
button.onclick = () => ws.send('Hi')
