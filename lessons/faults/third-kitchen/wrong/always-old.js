const address = 'wss://kitchen.example/'
const versions = ['v2.order', 'v1.order']
const ws = new WebSocket(address, versions)

ws.onopen = () => {
  ws.send('7 soup')
}

ws.onmessage = (event) => {
  console.log('kitchen: ' + event.data)
}
