const ws = new WebSocket('wss://stadium.example/')

ws.onmessage = (event) => {
  const { home, away } = JSON.parse(event.data)
  console.log(home + ' : ' + away)
  ws.send('next')
}
