const queue = []
let ws
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => queue.forEach((note) => ws.send(JSON.stringify(note)))
  ws.onmessage = ({ data }) => {
    const { ack } = JSON.parse(data)
    const index = queue.findIndex(({ id }) => id === ack)
    if (index >= 0) queue.splice(index, 1)
  }
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
for (let id = 1; id <= 6; id += 1)
  setTimeout(() => {
    queue.push({ id, text: `note ${id}` })
    if (ws.readyState === WebSocket.OPEN) ws.send(JSON.stringify(queue.at(-1)))
  }, 300 * id)
