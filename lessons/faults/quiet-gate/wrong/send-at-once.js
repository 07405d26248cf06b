const ws = new WebSocket('wss://board.example/')

function loadName() {
  return new Promise((resolve) => {
    setTimeout(() => resolve('gate 4'), 250)
  })
}

ws.onmessage = (event) => {
  console.log('server: ' + event.data)
}

const name = await loadName()
ws.send('here is ' + name)
