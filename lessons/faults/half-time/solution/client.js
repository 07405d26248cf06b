const ws = new WebSocket('wss://stadium.example/')

function scoreOf(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

ws.onmessage = (event) => {
  const score = scoreOf(event.data)
  if (typeof score?.home === 'number') {
    console.log(score.home + ' : ' + score.away)
  }
  ws.send('next')
}
