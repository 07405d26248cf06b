const ws = new WebSocket('wss://kitchen.example/', ['v2.order', 'v1.order'])
let write

ws.onopen = () => {
  console.log('speaking ' + ws.protocol)
  write = ws.protocol === 'v1.order' ? plain : JSON.stringify
  ws.send(write({ table: 7, dish: 'soup' }))
}

function plain(order) {
  return Object.values(order).join(' ')
}

ws.onmessage = (event) => {
  console.log('kitchen: ' + event.data)
}
