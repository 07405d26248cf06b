const ws = new WebSocket('wss://stadium.example/')

ws.onmessage = (event) => {
  try {
    const { home, away } = JSON.parse(event.data)
    if (home !== undefined && away !== undefined) console.log(home + ' : ' + away)
  } catch (error) {
    console.warn('skipped: ' + error.message)
  } finally {
    ws.send('next')
  }
}
