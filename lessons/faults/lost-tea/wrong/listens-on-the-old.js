let ws = connect()

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.onclose = () => {
    ws = connect()
  }
  return socket
}

function order(drink) {
  if (ws.readyState === WebSocket.OPEN) ws.send(drink)
  else ws.addEventListener('open', () => ws.send(drink))
}

setTimeout(() => order('tea'), 340)
