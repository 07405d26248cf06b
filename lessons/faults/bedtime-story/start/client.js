const ws = new WebSocket('wss://stories.example/')

ws.onopen = () => {
  setTimeout(() => ws.send('ring'), 700)
  setTimeout(() => ws.send('ring'), 2000)
}

ws.onmessage = (event) => {
  console.log(event.data)
}
