let ws
let pending
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onmessage = ({ data }) => pending?.(JSON.parse(data).answer)
  ws.onclose = () => setTimeout(connect, 500)
  return new Promise((resolve) => (ws.onopen = resolve))
}
function ask(text) {
  if (ws.readyState === WebSocket.OPEN) ws.send(JSON.stringify({ ask: text }))
  return new Promise((resolve) => (pending = resolve))
}
await connect()
for (const text of ['who', 'what', 'when']) console.log(await ask(text))
