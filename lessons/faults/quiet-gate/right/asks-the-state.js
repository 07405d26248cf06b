const ws = new WebSocket('wss://board.example/')

function loadName() {
  return new Promise((resolve) => setTimeout(() => resolve('gate 4'), 250))
}

const name = await loadName()
const report = () => ws.send('here is ' + name)

if (ws.readyState === WebSocket.OPEN) report()
else ws.addEventListener('open', report)
