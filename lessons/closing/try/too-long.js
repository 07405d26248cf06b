const url = 'wss://chat.example'
const ws = new WebSocket(url)

ws.onopen = () => {
  try {
    ws.close(1000, '汉'.repeat(42))
  } catch (error) {
    console.log(error.name)
  }
}

ws.onclose = ({ code, reason }) => {
  console.log(code, reason.length)
}
