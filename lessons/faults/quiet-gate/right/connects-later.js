function loadName() {
  return new Promise((resolve) => setTimeout(() => resolve('gate 4'), 250))
}

loadName().then((name) => {
  const ws = new WebSocket('wss://board.example/')
  ws.addEventListener('open', () => ws.send('here is ' + name))
})
