const ws = new WebSocket('wss://board.example/')

function loadName() {
  return new Promise((resolve) => setTimeout(() => resolve('gate 4'), 250))
}

ws.onopen = () => {
  ws.send('here is ' + loadName())
}
