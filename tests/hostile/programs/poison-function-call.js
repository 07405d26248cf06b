// Expected: prints echoed hello
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => undefined

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
