const ws = new WebSocket('wss://board.example/')
const loadName = () => new Promise((resolve) => setTimeout(resolve, 250, 'gate 4'))

ws.onopen = async () => {
  ws.send('here is ' + (await loadName()))
}

const name = await loadName()
if (ws.readyState === WebSocket.OPEN) ws.send('here is ' + name)
