const ws = new WebSocket('wss://zoo.example/bears')

ws.onclose = (event) => {
  console.log('close', event.code)
}
