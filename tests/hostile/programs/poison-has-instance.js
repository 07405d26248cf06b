// Expected: prints echoed hello
for (const name of ['Error', 'Map', 'Uint8Array', 'MessageEvent'])
  Object.defineProperty(globalThis[name], Symbol.hasInstance, { value: () => false })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
