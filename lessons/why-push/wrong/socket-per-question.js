setInterval(() => {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onmessage = (event) => {
    console.log('tick', JSON.parse(event.data).number)
    ws.close()
  }
}, 1500)
