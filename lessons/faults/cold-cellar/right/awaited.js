const ws = new WebSocket('wss://house.example/')

const measure = () => new Promise((resolve) => setTimeout(resolve, 50, 12))

ws.addEventListener('open', async () => {
  ws.send('attic 19')
  ws.send('hall 21')
  const degrees = await measure()
  ws.send(`cellar ${degrees}`)
  ws.close(1000)
})
