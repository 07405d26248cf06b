const outbox = new Map()
let ws
function send(key) {
  const id = crypto.randomUUID()
  outbox.get(key).id = id
  ws.send(JSON.stringify({ id, text: key }))
}
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => [...outbox.keys()].forEach(send)
  ws.onmessage = ({ data }) => {
    const { ack } = JSON.parse(data)
    for (const [key, { id }] of outbox) if (id === ack) outbox.delete(key)
  }
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
for (const number of [1, 2, 3, 4])
  setTimeout(() => {
    outbox.set(`order ${number}`, {})
    if (ws.readyState === WebSocket.OPEN) send(`order ${number}`)
  }, 400 * number)
