let last = 0
let heard = 0
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send(JSON.stringify({ after: last }))
  ws.onmessage = ({ data }) => {
    const { number, text } = JSON.parse(data)
    last = number
    const isEcho = Date.now() - heard < 50
    heard = Date.now()
    if (!isEcho) console.log(text)
  }
  ws.onclose = () => setTimeout(connect, 500)
}
connect()
