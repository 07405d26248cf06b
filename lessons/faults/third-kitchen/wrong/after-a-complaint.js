const address = 'wss://kitchen.example/'
const ws = new WebSocket(address, ['v2.order', 'v1.order'])

ws.onopen = () => {
  ws.send(JSON.stringify({ table: 7, dish: 'soup' }))
}

ws.onmessage = (event) => {
  console.log('kitchen: ' + event.data)
  if (event.data.startsWith('what is')) ws.send('7 soup')
}
