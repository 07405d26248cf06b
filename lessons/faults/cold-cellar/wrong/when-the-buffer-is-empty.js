const ws = new WebSocket('wss://house.example/')
const measure = () => new Promise((resolve) => setTimeout(resolve, 50, 12))

ws.onopen = () => {
  ws.send('attic 19')
  ws.send('hall 21')
  measure().then((degrees) => ws.send('cellar ' + degrees))
  const wait = setInterval(() => {
    if (ws.bufferedAmount > 0) return
    clearInterval(wait)
    ws.close(1000, 'all sent')
  }, 5)
}
