const url = 'wss://rain.example/'
let ws

function connect() {
  ws = new WebSocket(url)

  ws.onopen = () => {
    console.log('connected')
  }

  ws.onmessage = (event) => {
    console.log(event.data)
  }
}

connect()

// Once a second: is it still there?
setInterval(() => {
  if (ws.readyState !== WebSocket.OPEN) connect()
}, 1_000)
