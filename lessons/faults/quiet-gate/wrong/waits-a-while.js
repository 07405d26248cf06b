const ws = new WebSocket('wss://board.example/')

function loadName() {
  return new Promise((resolve) => setTimeout(() => resolve('gate 4'), 250))
}

const name = await loadName()
setTimeout(() => ws.send('here is ' + name), 250)
