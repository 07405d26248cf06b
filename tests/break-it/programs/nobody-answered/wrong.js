const ws = new WebSocket('ws://localhost:8080')
function ask(text, done) {
  ws.send(JSON.stringify({ id: 1, ask: text }))
  const patience = setTimeout(done, 2000)
  ws.onmessage = ({ data }) => {
    clearTimeout(patience)
    done(JSON.parse(data))
  }
}
ws.onopen = () => ask('who', (reply) => console.log(reply.answer))
