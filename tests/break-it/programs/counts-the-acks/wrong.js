const outbox = []
let ws
const send = (note) => ws.send(JSON.stringify(note))
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => outbox.forEach((note) => setTimeout(send, 100, note))
  ws.onmessage = () => outbox.shift()
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
for (let id = 1; id <= 8; id += 1)
  setTimeout(() => {
    const note = { id, text: `note ${id}` }
    outbox.push(note)
    if (ws.readyState === WebSocket.OPEN) send(note)
  }, 60 * id)
