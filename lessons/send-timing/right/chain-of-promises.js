const ws = new WebSocket('wss://echo.websocket.org')
let chain = new Promise((resolve) => {
  ws.onopen = ws.onclose = resolve
})
const say = (text) =>
  (chain = chain.then(() => {
    if (ws.readyState === 1) return ws.send(text)
    console.log('not sent', [text])
  }))
const plan = { first: 0, second: 300, third: 1500, fourth: 2500 }
for (const [text, time] of Object.entries(plan)) setTimeout(say, time, text)
setTimeout(() => ws.close(), 2000)
