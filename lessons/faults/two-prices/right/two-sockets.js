function ask(item) {
  const ws = new WebSocket('wss://shop.example/')
  ws.onopen = () => ws.send(JSON.stringify({ id: 1, item }))
  ws.onmessage = (event) => {
    console.log(item, JSON.parse(event.data).price)
    ws.close()
  }
}

ask('tea')
ask('milk')
