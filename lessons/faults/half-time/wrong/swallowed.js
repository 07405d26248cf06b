const ws = new WebSocket('wss://stadium.example/')

ws.onmessage = (event) => {
  try {
    const { home, away } = JSON.parse(event.data)
    console.log(home + ' : ' + away)
    ws.send('next')
  } catch {
    // no score
  }
}
