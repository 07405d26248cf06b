const url = 'wss://rain.example/'
let ws
let last

function connect() {
  ws = new WebSocket(url)
  ws.onmessage = ({ data }) => {
    if (data !== last) console.log(data)
    last = data
  }
}

connect()
setInterval(() => {
  if (ws.readyState !== WebSocket.OPEN) connect()
}, 1_000)
