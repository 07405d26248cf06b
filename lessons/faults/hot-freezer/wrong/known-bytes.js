const ws = new WebSocket('wss://cold.example/')

ws.onmessage = (event) => {
  console.log('set to ' + event.data)
  ws.send(new Uint8Array([0xff, 0x4c]))
}
