const ws = new WebSocket('wss://echo.websocket.org')

function say(text) {
  setTimeout(() => {
    if (ws.readyState < WebSocket.CLOSING) ws.send(text)
    else console.log('not sent:', text)
  }, 500)
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
