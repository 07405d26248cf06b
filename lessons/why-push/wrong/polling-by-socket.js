const ws = new WebSocket('ws://localhost:8080')

ws.onopen = () => {
  setInterval(() => ws.send('now'), 700)
}

ws.onmessage = (event) => {
  const { number } = JSON.parse(event.data)
  console.log('tick', number)
}
