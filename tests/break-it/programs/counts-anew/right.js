const outbox = new Map()
let ws
let id = 0
const send = (note) => ws.send(JSON.stringify(note))
function connect() {
  ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => outbox.forEach(send)
  ws.onmessage = ({ data }) => outbox.delete(JSON.parse(data).ack)
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
for (const word of ['red', 'green', 'blue', 'white', 'black'])
  setTimeout(
    () => {
      id += 1
      outbox.set(id, { id, text: word })
      if (ws.readyState === WebSocket.OPEN) send(outbox.get(id))
    },
    300 * word.length + word.charCodeAt(0),
  )
