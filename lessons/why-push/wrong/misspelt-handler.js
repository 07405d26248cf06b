const ws = new WebSocket('ws://localhost:8080')

ws.onMessage = (event) => {
  console.log('tick', JSON.parse(event.data).number)
}
