// Expected: fails The program changed TypedArray.prototype.length
Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), 'length', { get: () => 0 })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
