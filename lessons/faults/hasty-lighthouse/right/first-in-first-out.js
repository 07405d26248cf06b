let ws

function connect() {
  ws = new WebSocket('wss://lighthouse.example/')
  const socket = ws
  const timers = []

  const beat = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return
    socket.send('ping')
    timers.push(
      setTimeout(() => {
        clearInterval(beat)
        timers.forEach(clearTimeout)
        socket.close(4000)
        connect()
      }, 10_000),
    )
  }, 4_000)

  socket.onmessage = () => clearTimeout(timers.shift())
}

connect()
