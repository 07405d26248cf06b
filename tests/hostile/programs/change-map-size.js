// Expected: fails The program changed Map.prototype.size
Object.defineProperty(Map.prototype, 'size', { get: () => 0 })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
