const url = 'ws://localhost:8080'
const ws = new WebSocket(url, 'v2.chat')

function send(message) {
  ws.send(JSON.stringify(message))
}

ws.onopen = () => {
  const who = { room: 'tea', name: 'Bot' }
  send({ type: 'join', ...who, after: 0 })
  const id = crypto.randomUUID()
  send({ type: 'say', id, text: 'Hello' })
}

ws.onmessage = ({ data }) => {
  const { type, from, text } = JSON.parse(data)
  if (type === 'say') console.log(from, text)
  if (type === 'ack') ws.close(1000)
}
