// Expected: prints echoed hello
Map.prototype.get = Map.prototype.set = () => undefined

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
