const ws = new WebSocket('wss://stadium.example/')

async function show(text) {
  const { home, away } = JSON.parse(text)
  if (home === undefined) throw new Error('no score')
  console.log(home + ' : ' + away)
}

ws.onmessage = async (event) => {
  await show(event.data).catch(() => {})
  ws.send('next')
}
