const ws = new WebSocket('wss://stadium.example/')

ws.onmessage = (event) => {
  let score = {}
  try {
    score = JSON.parse(event.data) ?? {}
  } catch {
    console.log('no score')
  }
  console.log(score.home + ' : ' + score.away)
  ws.send('next')
}
