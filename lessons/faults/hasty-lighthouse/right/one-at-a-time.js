let ws

function connect() {
  ws = new WebSocket('wss://lighthouse.example/')
  const socket = ws
  let patience

  const ping = () => {
    socket.send('ping')
    patience = setTimeout(giveUp, 10_000)
  }

  function giveUp() {
    socket.close(4000, 'no pong')
    connect()
  }

  socket.addEventListener('open', () => setTimeout(ping, 4_000))
  socket.addEventListener('message', ({ data }) => {
    if (data !== 'pong') return
    clearTimeout(patience)
    setTimeout(ping, 4_000)
  })
}

connect()
