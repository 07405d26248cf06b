const ws = new WebSocket('wss://echo.websocket.org')
console.log('readyState:', ws.readyState)

ws.onmessage = (event) => {
  console.log('echo:', event.data)
}

function say(text) {
  if (ws.readyState > WebSocket.OPEN) {
    console.log('not sent:', text)
    return
  }
  ws.send(text)
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
