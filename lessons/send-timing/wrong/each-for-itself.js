const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

function say(text) {
  if (ws.readyState === WebSocket.CONNECTING) setTimeout(() => say(text), 700)
  else ws.send(text)
}

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
