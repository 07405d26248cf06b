const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

function printState() {
  switch (ws.readyState) {
    case WebSocket.CONNECTING:
      console.log(0, 'CONNECTING')
      break
    case WebSocket.OPEN:
      console.log(1, 'OPEN')
      break
    case WebSocket.CLOSING:
      console.log(2, 'CLOSING')
      break
    case WebSocket.CLOSED:
      console.log(3, 'CLOSED')
      break
  }
}

printState()

ws.onopen = () => {
  setTimeout(hangUp, 1000)
}

function hangUp() {
  ws.close()
  printState()
}

ws.onclose = printState

const button = document.querySelector('button')

button.onclick = () => {
  ws.send('Hi')
}
