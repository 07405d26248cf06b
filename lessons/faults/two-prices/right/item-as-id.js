const ws = new WebSocket('wss://shop.example/')

ws.addEventListener('open', () => {
  for (const item of ['tea', 'milk']) ws.send(JSON.stringify({ id: item, item }))
})

ws.addEventListener('message', ({ data }) => {
  const { id: item, price } = JSON.parse(data)
  console.log(`${item}: ${price}`)
})
