const url = 'wss://auction.example'

for (const place of ['hall', 'lobby']) {
  const ws = new WebSocket(`${url}/${place}`)

  ws.onmessage = (event) => {
    console.log(place + ': ' + event.data)
  }

  ws.onclose = (event) => {
    console.log(place + ' is dark: ' + event.code)
  }
}
