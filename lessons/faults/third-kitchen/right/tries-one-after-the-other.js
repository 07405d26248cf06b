function connect(version, write, otherwise) {
  const ws = new WebSocket('wss://kitchen.example/', version)
  ws.onopen = () => ws.send(write(7, 'soup'))
  ws.onerror = () => otherwise?.()
  ws.onmessage = (event) => console.log('kitchen: ' + event.data)
}

connect(
  'v2.order',
  (table, dish) => JSON.stringify({ table, dish }),
  () => connect('v1.order', (table, dish) => `${table} ${dish}`),
)
