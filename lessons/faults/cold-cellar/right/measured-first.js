const ws = new WebSocket('wss://house.example/')
const cellar = new Promise((resolve) => setTimeout(resolve, 50, 12))

ws.onopen = async () => {
  const readings = ['attic 19', 'hall 21', 'cellar ' + (await cellar)]
  readings.forEach((reading) => ws.send(reading))
  ws.close(1000, 'all sent')
}
