function connect() {
  const ws = new WebSocket('wss://rain.example/')
  ws.onopen = () => console.log('connected')
  ws.onmessage = ({ data }) => console.log(data)
  ws.onclose = () => setTimeout(connect, 500)
}

connect()
