// Two screens in the lobby, and one on the stairs.
for (const place of ['lobby', 'hall', 'stairs', 'lobby']) {
  const ws = new WebSocket('wss://auction.example/' + place)
  ws.onmessage = ({ data }) => console.log(place + ': ' + data)
  ws.onclose = ({ code }) => console.log(place + ' is dark: ' + code)
}
