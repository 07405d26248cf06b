let ws

function connect() {
  ws = new WebSocket('wss://lighthouse.example/')
  const socket = ws
  let since = null

  socket.onopen = () => {
    let ticks = 0
    const beat = setInterval(() => {
      ticks += 1
      if (since !== null && Date.now() - since >= 10_000) {
        clearInterval(beat)
        socket.close(4000, 'nobody there')
        return connect()
      }
      if (ticks % 4 !== 0) return
      since ??= Date.now()
      socket.send('ping')
    }, 1_000)
  }

  socket.onmessage = () => {
    since = null
  }
}

connect()
