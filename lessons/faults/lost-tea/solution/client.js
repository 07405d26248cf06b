const orders = []
let ws = connect()

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.onmessage = (event) => {
    console.log(event.data)
  }
  socket.onopen = () => {
    while (orders.length > 0) socket.send(orders.shift())
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
