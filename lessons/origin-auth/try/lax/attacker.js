const ws = new WebSocket('wss://chat.example')
ws.onmessage = ({ data }) => {
  console.log(`${origin} is ${data}`)
}
