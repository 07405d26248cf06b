const ws = new WebSocket('wss://zoo.example/owls')

ws.onerror = () => console.log('error')

ws.onclose = (event) => {
  console.log('close', event.code)
}
