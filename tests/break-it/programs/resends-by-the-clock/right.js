const ws = new WebSocket('ws://localhost:8080')
const waiting = new Set([1, 2, 3])
ws.onopen = () => {
  for (const id of waiting) ws.send(JSON.stringify({ id, text: `note ${id}` }))
}
ws.onmessage = ({ data }) => waiting.delete(JSON.parse(data).ack)
