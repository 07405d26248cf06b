const outbox = new Map()
let ws
let tries = 0
const send = (note) => ws.send(JSON.stringify(note))
function connect() {
  tries += 1
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => outbox.forEach(send)
  ws.onmessage = ({ data }) => outbox.delete(JSON.parse(data).ack)
  ws.onclose = () => tries < 3 && setTimeout(connect, 300)
}
connect()
for (let id = 1; id <= 6; id += 1)
  setTimeout(() => {
    outbox.set(id, { id, text: `note ${id}` })
    if (ws.readyState === WebSocket.OPEN) send(outbox.get(id))
  }, 400 * id)
