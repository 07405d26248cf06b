const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const queue = []
function say(text) {
  if (ws.readyState === WebSocket.OPEN) ws.send(text)
  else queue.push(text)
}
ws.onopen = () => { while (queue.length) ws.send(queue.shift()) }
ws.onclose = () => { while (queue.length) console.log('not sent:', queue.shift()) }

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
