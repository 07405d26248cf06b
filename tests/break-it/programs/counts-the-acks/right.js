const outbox = []
let ws
const send = (note) => ws.send(JSON.stringify(note))
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => outbox.forEach(send)
  ws.onmessage = ({ data }) => {
    const { ack } = JSON.parse(data)
    const place = outbox.findIndex(({ id }) => id === ack)
    if (place >= 0) outbox.splice(place, 1)
  }
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
for (let id = 1; id <= 8; id += 1)
  setTimeout(() => {
    const note = { id, text: `note ${id}` }
    outbox.push(note)
    if (ws.readyState === WebSocket.OPEN) send(note)
  }, 60 * id)
