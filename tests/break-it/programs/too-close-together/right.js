let last = 0
const heard = new Set()
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send(JSON.stringify({ after: last }))
  ws.onmessage = ({ data }) => {
    const { number, text } = JSON.parse(data)
    last = number
    if (!heard.has(number)) console.log(text)
    heard.add(number)
  }
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
