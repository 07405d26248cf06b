const outbox = new Map()
let ws
const send = (note) => ws.send(JSON.stringify(note))
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => outbox.forEach(send)
  ws.onmessage = ({ data }) => outbox.delete(JSON.parse(data).ack)
  ws.onclose = () => setTimeout(connect, 300)
}
connect()
for (let id = 1; id <= 6; id += 1)
  setTimeout(() => {
    outbox.set(id, { id, text: `note ${id}` })
    if (ws.readyState === WebSocket.OPEN) send(outbox.get(id))
  }, 400 * id)
