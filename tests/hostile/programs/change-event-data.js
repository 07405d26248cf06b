// Expected: prints echoed forged
Object.defineProperty(MessageEvent.prototype, 'data', { get: () => 'forged' })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
