const ws = new WebSocket('wss://stadium.example/')
let last = { home: 0, away: 0 }

ws.onmessage = (event) => {
  try {
    last = { ...last, ...JSON.parse(event.data) }
  } catch {
    ws.close()
  }
  console.log(last.home + ' : ' + last.away)
  ws.send('next')
}
