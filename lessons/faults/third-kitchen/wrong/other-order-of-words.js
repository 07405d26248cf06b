const address = 'wss://kitchen.example/'
const ws = new WebSocket(address, ['v2.order', 'v1.order'])

function order(table, dish) {
  if (ws.protocol === 'v2.order') ws.send(JSON.stringify({ table, dish }))
  else ws.send(dish + ' ' + table)
}

ws.onopen = () => order(7, 'soup')
