function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send(JSON.stringify({ after: Infinity }))
  ws.onmessage = ({ data }) => console.log(JSON.parse(data).text)
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
