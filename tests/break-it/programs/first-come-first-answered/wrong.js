const ws = new WebSocket('ws://localhost:8080')
const asked = []
function ask(text) {
  asked.push(text)
  ws.send(JSON.stringify({ id: asked.length, ask: text }))
}
ws.onopen = () => {
  ask('how are you')
  setTimeout(ask, 500, 'who')
}
ws.onmessage = ({ data }) => console.log(`${asked.shift()}: ${JSON.parse(data).answer}`)
