const ws = new WebSocket('wss://echo.websocket.org')
let early = ['hello', 'nice to meet you']

ws.onopen = () => {
  early.forEach((text) => ws.send(text))
  early = null
}

function say(text) {
  if (early !== null) early.push(text)
  else if (ws.readyState === 1) ws.send(text)
  else console.log({ lost: text })
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
