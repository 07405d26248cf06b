// Expected: fails The program changed RegExp.prototype.flags
Object.defineProperty(RegExp.prototype, 'flags', { get: () => 'g' })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
