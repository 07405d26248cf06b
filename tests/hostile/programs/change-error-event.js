// Expected: fails The program changed ErrorEvent.prototype.error
Object.defineProperty(ErrorEvent.prototype, 'error', { get: () => null })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
