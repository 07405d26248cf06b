const ws = new WebSocket('wss://stadium.example/')

ws.addEventListener('message', (event) => {
  const { home, away } = JSON.parse(event.data) ?? {}
  if (Number.isInteger(home)) console.log([home, away].join(' : '))
})

ws.addEventListener('message', () => ws.send('next'))
