const ws = new WebSocket('wss://stadium.example/')

ws.addEventListener('message', ({ data }) => {
  ws.send('next')
  const score = JSON.parse(data)
  if (score !== null && 'home' in score && 'away' in score) {
    console.log(`${score.home} : ${score.away}`)
  }
})
