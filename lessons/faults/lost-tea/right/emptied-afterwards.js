let orders = []
let ws

function connect() {
  ws = new WebSocket('wss://bar.example/')
  ws.onopen = ({ target }) => {
    orders.forEach((drink) => target.send(drink))
    orders = []
  }
  ws.onmessage = ({ data }) => console.log(data)
  ws.onclose = connect
}

function order(drink) {
  if (ws.readyState === 1) ws.send(drink)
  else orders = [...orders, drink]
}

connect()
setTimeout(() => order('tea'), 340)
