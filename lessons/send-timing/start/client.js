const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

function say(text) {
  ws.send(text)
}

ws.onmessage = (event) => {
  console.log('echo', event.data)
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
