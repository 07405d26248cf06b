let ws = connect()

function connect() {
  const socket = new WebSocket('wss://bar.example/')
  socket.onmessage = (event) => console.log(event.data)
  socket.onclose = () => {
    ws = connect()
  }
  return socket
}

function order(drink) {
  if (ws.readyState !== WebSocket.CONNECTING) ws.send(drink)
}

setTimeout(() => order('tea'), 340)
