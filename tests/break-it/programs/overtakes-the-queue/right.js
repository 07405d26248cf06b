const queue = []
let ws
let draining
function drain() {
  clearTimeout(draining)
  if (queue.length === 0 || ws.readyState !== WebSocket.OPEN) return
  ws.send(queue.shift())
  draining = setTimeout(drain, 150)
}
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = drain
  ws.onclose = () => setTimeout(connect, 1000)
}
connect()
for (let number = 1; number <= 12; number += 1)
  setTimeout(() => {
    queue.push(`line ${number}`)
    if (queue.length === 1) drain()
  }, 200 * number)
