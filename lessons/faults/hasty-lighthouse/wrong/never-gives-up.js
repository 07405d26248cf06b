let ws

function connect() {
  ws = new WebSocket('wss://lighthouse.example/')
  const socket = ws
  socket.onopen = () => {
    console.log('connected')
    setInterval(() => socket.send('ping'), 4_000)
  }
}

connect()
