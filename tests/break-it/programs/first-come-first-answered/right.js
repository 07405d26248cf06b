const ws = new WebSocket('ws://localhost:8080')
const asked = new Map()
function ask(text) {
  const id = asked.size + 1
  asked.set(id, text)
  ws.send(JSON.stringify({ id, ask: text }))
}
ws.onopen = () => {
  ask('how are you')
  setTimeout(ask, 500, 'who')
}
ws.onmessage = ({ data }) => {
  const { id, answer } = JSON.parse(data)
  console.log(`${asked.get(id)}: ${answer}`)
}
