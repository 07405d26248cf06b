let ws

function connect() {
  ws = new WebSocket('wss://lighthouse.example/')
  const socket = ws
  let beat
  let patience

  function giveUp() {
    clearInterval(beat)
    socket.close(4000, 'no pong')
    connect()
  }

  socket.onopen = () => {
    beat = setInterval(() => {
      socket.send('ping')
      patience = setTimeout(giveUp, 90_000)
    }, 4_000)
  }

  socket.onmessage = (event) => {
    if (event.data === 'pong') clearTimeout(patience)
  }
}

connect()
