const ws = new WebSocket('wss://buses.example')

ws.onmessage = ({ data }) => {
  console.log(data)
}
