const orders = []
let ws = connect()

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.onclose = async () => {
    ws = connect()
    await null
    while (orders.length > 0) ws.send(orders.shift())
  }
  return socket
}

function order(drink) {
  if (ws.readyState === WebSocket.OPEN) ws.send(drink)
  else orders.push(drink)
}

setTimeout(() => order('tea'), 340)
