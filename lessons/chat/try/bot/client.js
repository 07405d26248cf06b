const ws = new WebSocket('ws://localhost:8080', 'v2.chat')
const send = (message) => ws.send(JSON.stringify(message))

ws.onopen = () => {
  send({ type: 'join', room: 'tea', name: 'Bot', after: 0 })
  send({ type: 'say', id: 'hi', text: 'I am a program' })
}

ws.onmessage = ({ data }) => {
  const { type, from, text } = JSON.parse(data)
  if (type === 'say') console.log(`${from}: ${text}`)
  if (type === 'ack') ws.close(1000, 'bye')
}
