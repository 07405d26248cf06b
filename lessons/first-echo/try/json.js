const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

ws.onopen = () => {
  const note = { type: 'note', text: 'Hello' }
  ws.send(JSON.stringify(note))
}

ws.onmessage = (event) => {
  const note = JSON.parse(event.data)
  console.log(note.type, 'says', note.text)
  ws.close(1000)
}
