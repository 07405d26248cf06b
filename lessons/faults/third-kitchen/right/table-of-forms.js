const forms = {
  'v2.order': (table, dish) => JSON.stringify({ table, dish }),
  'v1.order': (table, dish) => `${table} ${dish}`,
}
const ws = new WebSocket('wss://kitchen.example/', Object.keys(forms))

ws.addEventListener('open', () => {
  ws.send(forms[ws.protocol](7, 'soup'))
})
ws.addEventListener('message', ({ data }) => console.log('kitchen:', data))
