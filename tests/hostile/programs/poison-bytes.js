// Expected: prints echoed hello
Uint8Array.prototype.__proto__.set = Uint8Array.prototype.__proto__.subarray = () =>
  new Uint8Array()

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
