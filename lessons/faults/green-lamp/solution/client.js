const ws = new WebSocket('wss://door.example/')

function lamp(colour) {
  console.log('lamp ' + colour)
}

ws.onopen = () => {
  lamp('green')
}

ws.onclose = () => {
  lamp('red')
}
