const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  const tenths = Math.round(Number(event.data) * 10)
  console.log('set to ' + tenths / 10)
  ws.send(String(tenths))
}
