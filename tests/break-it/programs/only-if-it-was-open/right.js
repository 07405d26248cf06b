const note = JSON.stringify({ id: 1, text: 'the only one' })
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  let isDone = false
  ws.onopen = () => ws.send(note)
  ws.onmessage = () => {
    isDone = true
    ws.close()
  }
  ws.onclose = () => !isDone && setTimeout(connect, 500)
}
connect()
