// Expected: prints echoed hello
EventTarget.prototype.addEventListener = EventTarget.prototype.dispatchEvent = () => false

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
