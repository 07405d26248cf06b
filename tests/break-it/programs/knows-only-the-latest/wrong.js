let last = 0
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send(JSON.stringify({ after: last }))
  ws.onmessage = ({ data }) => {
    const { number, text } = JSON.parse(data)
    if (number === last) return
    last = number
    console.log(text)
  }
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
