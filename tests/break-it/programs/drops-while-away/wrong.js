let ws
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
let id = 0
const timer = setInterval(() => {
  id += 1
  if (ws.readyState === WebSocket.OPEN) ws.send(JSON.stringify({ id, text: `note ${id}` }))
  if (id === 8) clearInterval(timer)
}, 300)
