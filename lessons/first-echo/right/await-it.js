const ws = new WebSocket('wss://echo.websocket.org')
const next = (type) =>
  new Promise((resolve) => {
    ws.addEventListener(type, resolve, { once: true })
  })

await next('open')
ws.send('你好')
const { data } = await next('message')
console.log(data)
ws.close(1000, 'done')
await next('close')
