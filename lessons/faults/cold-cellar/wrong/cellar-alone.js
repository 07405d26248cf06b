const ws = new WebSocket('wss://house.example/')
const measure = () => new Promise((resolve) => setTimeout(resolve, 50, 12))

ws.onopen = async () => {
  const degrees = await measure()
  ws.send('cellar ' + degrees)
  ws.close(1000, 'all sent')
}
