// Expected: prints echoed hello
Promise.prototype.catch = Promise.prototype.finally = () => {
  throw new Error('poisoned')
}

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
