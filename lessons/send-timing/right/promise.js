const ws = new WebSocket('wss://echo.websocket.org')

const opened = new Promise((resolve) => {
  ws.addEventListener('open', resolve, { once: true })
})

async function say(text) {
  await opened
  if (ws.readyState === WebSocket.OPEN) ws.send(text)
  else console.warn(`could not send "${text}"`)
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
