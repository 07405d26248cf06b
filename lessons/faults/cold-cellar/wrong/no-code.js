const ws = new WebSocket('wss://house.example/')
const measure = () => new Promise((resolve) => setTimeout(resolve, 50, 12))

ws.onopen = async () => {
  ws.send('attic 19')
  ws.send('hall 21')
  ws.send('cellar ' + (await measure()))
  ws.close()
}
