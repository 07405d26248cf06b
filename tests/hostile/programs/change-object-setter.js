// Expected: fails The program changed Object.prototype[0]
Object.defineProperty(Object.prototype, 3, { set() {}, configurable: true })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
