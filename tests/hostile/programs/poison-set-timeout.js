// Expected: prints echoed hello
setTimeout = setInterval = clearTimeout = queueMicrotask = () => 0

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
