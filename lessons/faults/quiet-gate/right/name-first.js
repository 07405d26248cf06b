function loadName() {
  return new Promise((resolve) => {
    setTimeout(() => resolve('gate 4'), 250)
  })
}

const name = await loadName()
const ws = new WebSocket('wss://board.example/')
ws.onopen = () => ws.send('here is ' + name)
ws.onmessage = (event) => console.log('server: ' + event.data)
