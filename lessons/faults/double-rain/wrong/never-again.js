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

setInterval(() => {
  if (ws.readyState !== WebSocket.OPEN) console.log('gone')
}, 1_000)
