const ws = new WebSocket('wss://kitchen.example/', 'v1.order')

ws.onopen = () => {
  ws.send('7 soup')
}

ws.onmessage = (event) => {
  console.log('kitchen: ' + event.data)
}
