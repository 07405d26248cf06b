const orders = []
let ws = connect()

function flush() {
  while (orders.length > 0) {
    try {
      ws.send(orders[0])
      orders.shift()
    } catch {
      return
    }
  }
}

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.addEventListener('open', flush)
  socket.addEventListener('close', () => {
    ws = connect()
    flush()
  })
  return socket
}

function order(drink) {
  orders.push(drink)
  if (ws.readyState === WebSocket.OPEN) flush()
}

setTimeout(() => order('tea'), 340)
