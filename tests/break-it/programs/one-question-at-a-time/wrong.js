const ws = new WebSocket('ws://localhost:8080')
let pending
function ask(text) {
  ws.send(JSON.stringify({ ask: text }))
  return new Promise((resolve) => (pending = resolve))
}
ws.onmessage = ({ data }) => pending(JSON.parse(data).answer)
ws.onopen = () => {
  for (const [index, text] of ['who', 'what', 'when'].entries())
    setTimeout(async () => console.log(await ask(text)), 300 * index)
}
