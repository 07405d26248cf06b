const url = 'wss://rain.example/'
let ws

function connect() {
  const socket = new WebSocket(url)
  ws = socket
  socket.onmessage = ({ data }) => {
    if (socket === ws) console.log(data)
  }
}

connect()
setInterval(() => {
  if (ws.readyState !== WebSocket.OPEN) connect()
}, 1_000)
