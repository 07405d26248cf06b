const address = 'wss://kitchen.example/'
const ws = new WebSocket(address, ['v2.order', 'v1.order'])
const isNew = ws.protocol === 'v2.order'

ws.onopen = () => {
  if (isNew) ws.send(JSON.stringify({ table: 7, dish: 'soup' }))
  else ws.send('7 soup')
}

ws.onmessage = (event) => {
  console.log('kitchen: ' + event.data)
}
