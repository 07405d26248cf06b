// Expected: prints echoed hello
console.error = console.warn = () => {
  throw new Error('poisoned')
}

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
