const ws = new WebSocket('wss://house.example/')
let left = 3

function report(room, degrees) {
  ws.send(`${room} ${degrees}`)
  left -= 1
  if (left === 0) ws.close(1000, 'all sent')
}

ws.onopen = () => {
  setTimeout(() => report('cellar', 12), 50)
  report('attic', 19)
  report('hall', 21)
}
