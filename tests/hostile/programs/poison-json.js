// Expected: prints echoed hello
JSON.stringify = JSON.parse = () => ''

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
