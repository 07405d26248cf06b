const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

function say(text) {
  if (ws.readyState !== WebSocket.CONNECTING) ws.send(text)
  else console.log('not sent:', text)
}

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
