let ws
let rounds = 0
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send('here')
  ws.onclose = () => setTimeout(connect, 1000)
}
setInterval(() => {
  rounds += 1
  if (rounds < 6 && ws.readyState === WebSocket.CLOSED) connect()
}, 1500)
connect()
