const note = JSON.stringify({ id: 1, text: 'the only one' })
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  let wasOpen = false
  let isDone = false
  ws.onopen = () => {
    wasOpen = true
    ws.send(note)
  }
  ws.onmessage = () => {
    isDone = true
    ws.close()
  }
  ws.onclose = () => wasOpen && !isDone && setTimeout(connect, 500)
}
connect()
