const ws = new WebSocket('ws://localhost:8080')
const timers = new Map()
function send(id) {
  ws.send(JSON.stringify({ id, text: `note ${id}` }))
  timers.set(id, setTimeout(send, 1500, id))
}
ws.onopen = () => [1, 2, 3].forEach(send)
ws.onmessage = ({ data }) => clearTimeout(timers.get(JSON.parse(data).ack))
