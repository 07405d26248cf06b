// Expected: fails The program changed Array.prototype.constructor
Object.defineProperty(Array.prototype, 'constructor', {
  get: () => {
    throw new Error('constructor')
  },
})

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
