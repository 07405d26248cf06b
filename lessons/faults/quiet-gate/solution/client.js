const ws = new WebSocket('wss://board.example/')

function loadName() {
  return new Promise((resolve) => {
    setTimeout(() => resolve('gate 4'), 250)
  })
}

ws.onopen = async () => {
  ws.send('here is ' + (await loadName()))
}

ws.onmessage = (event) => {
  console.log('server: ' + event.data)
}
