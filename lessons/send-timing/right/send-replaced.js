const ws = new WebSocket('wss://echo.websocket.org')
const send = ws.send.bind(ws)
const held = []
ws.send = (text) => {
  if (ws.readyState === ws.CONNECTING) held.push(text)
  else if (ws.readyState === ws.OPEN) send(text)
  else console.log('not sent: %s', text)
}
ws.addEventListener('open', () => held.splice(0).forEach((t) => send(t)))
ws.addEventListener('close', () => held.splice(0).forEach((t) => ws.send(t)))
function say(text) {
  ws.send(text)
}
setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)
say('first')
