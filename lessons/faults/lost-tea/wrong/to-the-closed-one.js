const orders = []
let ws = connect()

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.onclose = () => {
    while (orders.length > 0) socket.send(orders.shift())
    ws = connect()
  }
  return socket
}

function order(drink) {
  if (ws.readyState === WebSocket.OPEN) ws.send(drink)
  else orders.push(drink)
}

setTimeout(() => order('tea'), 340)
