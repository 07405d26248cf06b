const ws = new WebSocket('wss://stadium.example/')

ws.onmessage = (event) => {
  try {
    const { home, away } = JSON.parse(event.data)
    if (home !== undefined) console.log(home + ' : ' + away)
  } catch {
    ws.send('next')
  }
  ws.send('next')
}
