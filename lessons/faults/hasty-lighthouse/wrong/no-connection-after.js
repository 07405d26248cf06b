let ws

function connect() {
  ws = new WebSocket('wss://lighthouse.example/')
  const socket = ws
  let beat
  let patience = null

  function giveUp() {
    clearInterval(beat)
    socket.close(4000, 'no pong')
  }

  socket.onopen = () => {
    beat = setInterval(() => {
      socket.send('ping')
      patience ??= setTimeout(giveUp, 10_000)
    }, 4_000)
  }

  socket.onmessage = () => {
    clearTimeout(patience)
    patience = null
  }
}

connect()
