const ws = new WebSocket('ws://localhost:8080')
let session
ws.onopen = () => {
  ws.send(JSON.stringify({ id: 7 }))
  setTimeout(() => ws.send(`in ${session.id}`), 1000)
}
ws.onmessage = ({ data }) => {
  session ??= JSON.parse(data)
}
