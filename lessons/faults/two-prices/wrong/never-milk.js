const ws = new WebSocket('wss://shop.example/')

ws.onopen = () => {
  ws.send(JSON.stringify({ id: 1, item: 'tea' }))
}

ws.onmessage = (event) => {
  const { price } = JSON.parse(event.data)
  console.log('tea', price)
}
