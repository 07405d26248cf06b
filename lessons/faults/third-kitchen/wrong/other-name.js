const address = 'wss://kitchen.example/'
const ws = new WebSocket(address, ['v2.order', 'v1.order'])

ws.onopen = () => {
  if (ws.protocol === 'v2') ws.send(JSON.stringify({ table: 7, dish: 'soup' }))
  else ws.send('7 soup')
}
