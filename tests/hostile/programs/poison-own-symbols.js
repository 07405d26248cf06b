// Expected: prints echoed hello
for (const holder of [Array.prototype, Object.prototype])
  for (const key of Object.getOwnPropertySymbols(holder).filter(
    ({ description }) => !description.startsWith('Symbol.'),
  )) {
    try {
      holder[key] = () => 1
    } catch {}
  }

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
