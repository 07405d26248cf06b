const ws = new WebSocket('wss://door.example/')
let colour = ''

const look = setInterval(() => {
  if (ws.readyState === WebSocket.OPEN && colour === '') {
    colour = 'green'
    console.log('lamp green')
  }
  if (ws.readyState === WebSocket.CLOSED) {
    clearInterval(look)
    console.log('lamp red')
  }
}, 20)
