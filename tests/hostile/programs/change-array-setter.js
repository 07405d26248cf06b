// Expected: fails The program changed Array.prototype[0]
Object.defineProperty(Array.prototype, 0, { set() {}, configurable: true })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
