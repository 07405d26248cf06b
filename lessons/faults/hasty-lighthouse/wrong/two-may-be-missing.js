let ws

function connect() {
  ws = new WebSocket('wss://lighthouse.example/')
  const socket = ws
  let beat
  let missing = 0

  socket.onopen = () => {
    beat = setInterval(() => {
      if (missing >= 2) {
        clearInterval(beat)
        socket.close(4000, 'no pong')
        return connect()
      }
      missing += 1
      socket.send('ping')
    }, 4_000)
  }

  socket.onmessage = () => {
    missing = 0
  }
}

connect()
