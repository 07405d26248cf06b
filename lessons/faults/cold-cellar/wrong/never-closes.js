const ws = new WebSocket('wss://house.example/')

function measure() {
  return new Promise((resolve) => {
    setTimeout(() => resolve(12), 50)
  })
}

ws.onopen = () => {
  ws.send('attic 19')
  ws.send('hall 21')
  measure().then((degrees) => {
    ws.send('cellar ' + degrees)
  })
}
