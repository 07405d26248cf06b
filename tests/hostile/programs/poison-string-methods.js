// Expected: prints echoed hello
for (const key of ['slice', 'replace', 'split', 'includes', 'indexOf'])
  String.prototype[key] = () => ''

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
