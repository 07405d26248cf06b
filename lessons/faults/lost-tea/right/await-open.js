const orders = []
let ws

const opened = (socket) => new Promise((resolve) => socket.addEventListener('open', resolve))

async function connect() {
  ws = new WebSocket('wss://bar.example/')
  ws.addEventListener('message', ({ data }) => console.log(data))
  ws.addEventListener('close', connect)
  await opened(ws)
  for (const drink of orders.splice(0)) ws.send(drink)
}

function order(drink) {
  if (ws.readyState === 1) ws.send(drink)
  else orders.push(drink)
}

connect()
setTimeout(order, 340, 'tea')
