const ws = new WebSocket('wss://board.example/')
let name

ws.onopen = () => {
  ws.send('here is ' + name)
}

setTimeout(() => (name = 'gate 4'), 250)
