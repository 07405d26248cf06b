const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const sleep = (ms) => new Promise((r) => setTimeout(r, ms))
async function say(text) {
  while (ws.readyState === WebSocket.CONNECTING) await sleep(50)
  if (ws.readyState === WebSocket.OPEN) ws.send(text)
  else console.log('not sent:', text)
}

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
