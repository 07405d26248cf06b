const outbox = new Set()
let ws
let isKnown = false
const send = (message) => ws.send(JSON.stringify(message))
const flush = () => outbox.forEach((save) => send({ save }))
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => (isKnown ? flush() : send({ hello: 'Zoe' }))
  ws.onmessage = ({ data }) => {
    const { welcome, saved } = JSON.parse(data)
    outbox.delete(saved)
    if (welcome === undefined) return
    isKnown = true
    flush()
  }
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
for (const number of [1, 2, 3, 4])
  setTimeout(() => {
    outbox.add(`draft ${number}`)
    if (isKnown && ws.readyState === WebSocket.OPEN) send({ save: `draft ${number}` })
  }, 500 * number)
