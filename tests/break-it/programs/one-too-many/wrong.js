let next = 1
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send(JSON.stringify({ after: Math.max(0, next - 2) }))
  ws.onmessage = ({ data }) => {
    const { number, text } = JSON.parse(data)
    next = number + 1
    console.log(text)
  }
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
