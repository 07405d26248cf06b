const orders = []
let ws = connect()

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.onopen = () => {
    for (const drink of orders) socket.send(drink)
  }
  socket.onclose = () => {
    ws = connect()
  }
  return socket
}

function order(drink) {
  if (ws.readyState === WebSocket.OPEN) ws.send(drink)
  else orders.push(drink)
}

setTimeout(() => order('tea'), 340)
