const url = 'wss://rain.example/'

function connect() {
  const ws = new WebSocket(url)
  const again = () => setTimeout(connect, 1_000)
  ws.onmessage = ({ data }) => console.log(data)
  ws.onerror = again
  ws.onclose = again
}

connect()
