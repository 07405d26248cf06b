const queue = []
let ws
function drain() {
  if (queue.length === 0 || ws.readyState !== WebSocket.OPEN) return
  ws.send(queue.shift())
  setTimeout(drain, 150)
}
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = drain
  ws.onclose = () => setTimeout(connect, 1000)
}
connect()
for (let number = 1; number <= 12; number += 1)
  setTimeout(() => {
    if (ws.readyState === WebSocket.OPEN) ws.send(`line ${number}`)
    else queue.push(`line ${number}`)
  }, 200 * number)
