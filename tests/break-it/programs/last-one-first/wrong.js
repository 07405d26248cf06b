const queue = []
let ws
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => {
    while (queue.length > 0) ws.send(queue.pop())
  }
  ws.onclose = () => setTimeout(connect, 1000)
}
connect()
for (const number of [1, 2, 3, 4, 5])
  setTimeout(() => {
    if (ws.readyState === WebSocket.OPEN) ws.send(`line ${number}`)
    else queue.push(`line ${number}`)
  }, 400 * number)
