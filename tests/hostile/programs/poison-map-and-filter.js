// Expected: prints echoed hello
Array.prototype.map = Array.prototype.filter = () => []

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
