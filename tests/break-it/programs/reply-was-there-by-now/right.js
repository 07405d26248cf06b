const ws = new WebSocket('ws://localhost:8080')
let session
ws.onopen = () => ws.send(JSON.stringify({ id: 7 }))
ws.onmessage = ({ data }) => {
  if (session !== undefined) return
  session = JSON.parse(data)
  ws.send(`in ${session.id}`)
}
