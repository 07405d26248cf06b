// Expected: fails The program changed Array.prototype[Symbol.iterator]
Array.prototype[Symbol.iterator] = function* () {}

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
