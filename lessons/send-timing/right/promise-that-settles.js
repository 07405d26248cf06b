const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

const settled = new Promise((resolve) => {
  for (const type of ['open', 'close']) {
    ws.addEventListener(type, resolve, { once: true })
  }
})

async function say(text) {
  await settled
  if (ws.readyState === WebSocket.OPEN) ws.send(text)
  else console.warn(`not sent: "${text}"`)
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
