const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const waiting = new Set()
function say(text) {
  const { readyState } = ws
  if (readyState === 0) return (waiting.add(text), 'waits')
  if (readyState === 1) return (ws.send(text), 'sent')
  return (console.info('Sorry, not sent -', text), 'lost')
}
const drain = () => {
  for (const text of waiting) {
    waiting.delete(text)
    say(text)
  }
}
ws.addEventListener('open', drain)
ws.addEventListener('close', drain)

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
