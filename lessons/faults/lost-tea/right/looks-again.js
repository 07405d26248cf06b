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
  else setTimeout(order, 25, drink)
}

setTimeout(order, 340, 'tea')
