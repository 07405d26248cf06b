const ws = new WebSocket('wss://board.example/')
let name
let isOpen = false

function report() {
  if (isOpen && name !== undefined) ws.send('here is ' + name)
}

ws.onopen = () => {
  isOpen = true
  report()
}

setTimeout(() => {
  name = 'gate 4'
  report()
}, 250)
