const queue = []
let ws
const flush = () => {
  while (queue.length > 0 && ws.readyState === WebSocket.OPEN)
    ws.send(JSON.stringify(queue.shift()))
}
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = flush
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
for (let id = 1; id <= 6; id += 1)
  setTimeout(() => {
    queue.push({ id, text: `note ${id}` })
    flush()
  }, 300 * id)
