const outbox = new Map()
let ws
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => outbox.forEach((note) => ws.send(JSON.stringify(note)))
  ws.onmessage = ({ data }) => outbox.delete(JSON.parse(data).ack)
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
let id = 0
const timer = setInterval(() => {
  id += 1
  outbox.set(id, { id, text: `note ${id}` })
  if (ws.readyState === WebSocket.OPEN) ws.send(JSON.stringify(outbox.get(id)))
  if (id === 8) clearInterval(timer)
}, 300)
