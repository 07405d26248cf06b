const orders = []
let ws = connect()

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.onmessage = (event) => {
    console.log(event.data)
  }
  socket.onclose = () => {
    ws = connect()
    if (ws.readyState === WebSocket.OPEN) while (orders.length > 0) ws.send(orders.shift())
  }
  return socket
}

function order(drink) {
  if (ws.readyState === WebSocket.OPEN) ws.send(drink)
  else orders.push(drink)
}

setTimeout(() => order('tea'), 340)
