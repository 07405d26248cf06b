function connect() {
  const ws = new WebSocket('ws://localhost:8080')
  const parts = []
  let isWhole = false
  ws.onmessage = ({ data }) => {
    const { part } = JSON.parse(data)
    if (part !== null) return parts.push(part)
    isWhole = true
    console.log(parts.join(''))
  }
  ws.onclose = () => !isWhole && setTimeout(connect, 500)
}
connect()
