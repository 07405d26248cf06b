const address = 'wss://kitchen.example/'
const versions = ['v2.order', 'v1.order']
const ws = new WebSocket(address, versions)

function order(table, dish) {
  ws.send(JSON.stringify({ table, dish }))
}

ws.onopen = () => {
  order(7, 'soup')
}

ws.onmessage = (event) => {
  console.log('kitchen: ' + event.data)
}
