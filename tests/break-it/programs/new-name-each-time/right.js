const outbox = new Map()
let ws
const send = (id) => ws.send(JSON.stringify({ id, text: outbox.get(id) }))
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => [...outbox.keys()].forEach(send)
  ws.onmessage = ({ data }) => outbox.delete(JSON.parse(data).ack)
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
for (const number of [1, 2, 3, 4])
  setTimeout(() => {
    const id = crypto.randomUUID()
    outbox.set(id, `order ${number}`)
    if (ws.readyState === WebSocket.OPEN) send(id)
  }, 400 * number)
