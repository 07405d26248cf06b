let ws
let question = null
const put = () => question !== null && ws.send(JSON.stringify(question))
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = put
  ws.onmessage = ({ data }) => {
    const { id, answer } = JSON.parse(data)
    if (id !== question?.id) return
    const { done } = question
    question = null
    done(answer)
  }
  ws.onclose = () => setTimeout(connect, 500)
}
function ask(text) {
  return new Promise((done) => {
    question = { id: text, ask: text, done }
    if (ws.readyState === WebSocket.OPEN) put()
  })
}
connect()
for (const text of ['who', 'what', 'when']) console.log(await ask(text))
