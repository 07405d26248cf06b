const queue = []
const sent = []
let ws
const flush = () => {
  while (queue.length > 0 && ws.readyState === WebSocket.OPEN) {
    const note = queue.shift()
    sent.push(note)
    ws.send(JSON.stringify(note))
  }
}
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => {
    queue.unshift(...sent.splice(0))
    flush()
  }
  ws.onmessage = ({ data }) => {
    const { ack } = JSON.parse(data)
    const place = sent.findIndex(({ id }) => id === ack)
    if (place >= 0) sent.splice(place, 1)
  }
  ws.onclose = () => setTimeout(connect, 800)
}
connect()
for (let id = 1; id <= 8; id += 1)
  setTimeout(() => {
    queue.push({ id, text: `note ${id}` })
    flush()
  }, 250 * id)
