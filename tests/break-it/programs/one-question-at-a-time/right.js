const ws = new WebSocket('ws://localhost:8080')
const pending = new Map()
function ask(text) {
  const id = pending.size
  ws.send(JSON.stringify({ id, ask: text }))
  return new Promise((resolve) => pending.set(id, resolve))
}
ws.onmessage = ({ data }) => {
  const { id, answer } = JSON.parse(data)
  pending.get(id)(answer)
}
ws.onopen = () => {
  for (const [index, text] of ['who', 'what', 'when'].entries())
    setTimeout(async () => console.log(await ask(text)), 300 * index)
}
