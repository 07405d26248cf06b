let ws
let retry
function connect() {
  clearTimeout(retry)
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send('here')
  ws.onclose = () => (retry = setTimeout(connect, 1000))
}
let rounds = 0
setInterval(() => {
  rounds += 1
  if (rounds < 6 && ws.readyState === WebSocket.CLOSED) connect()
}, 1500)
connect()
