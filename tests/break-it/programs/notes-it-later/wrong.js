let last = 0
function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  ws.onopen = () => ws.send(JSON.stringify({ after: last }))
  ws.onmessage = ({ data }) => {
    const { number, text } = JSON.parse(data)
    setTimeout(() => {
      last = number
      console.log(text)
    }, 400)
  }
  ws.onclose = () => connect()
}
connect()
