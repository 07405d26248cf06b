let ws

function connect() {
  ws = new WebSocket('wss://lighthouse.example/')
  const socket = ws
  let beat
  const waiting = new Set()

  function giveUp() {
    clearInterval(beat)
    for (const timer of waiting) clearTimeout(timer)
    socket.close(4000, 'no pong')
    connect()
  }

  socket.onopen = () => {
    beat = setInterval(() => {
      socket.send('ping')
      waiting.add(setTimeout(giveUp, 10_000))
    }, 4_000)
  }

  socket.onmessage = () => {
    for (const timer of waiting) clearTimeout(timer)
    waiting.clear()
  }
}

connect()
