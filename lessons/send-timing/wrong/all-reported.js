const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const said = []

function say(text) {
  said.push(text)
  if (ws.readyState === WebSocket.OPEN) ws.send(text)
}

setTimeout(() => console.log('not sent:', said), 3000)

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
