let ws = connect()

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.onopen = () => socket.send('tea')
  socket.onclose = () => {
    ws = connect()
  }
  return socket
}
