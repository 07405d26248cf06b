// Expected: prints echoed hello
for (const key of Object.getOwnPropertyNames(Object))
  if (typeof Object[key] === 'function' && key !== 'prototype') Object[key] = () => ({})

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
