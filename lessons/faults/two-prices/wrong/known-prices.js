const ws = new WebSocket('wss://shop.example/')

ws.onopen = () => {
  ws.send(JSON.stringify({ id: 1, item: 'tea' }))
  ws.send(JSON.stringify({ id: 2, item: 'milk' }))
}

ws.onmessage = (event) => {
  const { price } = JSON.parse(event.data)
  console.log(price > 2 ? 'tea' : 'milk', price)
}
