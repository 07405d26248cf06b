const ws = new WebSocket('wss://stadium.example/')

ws.onmessage = (event) => {
  if (event.data !== 'half-time') {
    const { home, away } = JSON.parse(event.data)
    console.log(home + ' : ' + away)
  }
  ws.send('next')
}
