const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const queue = []

function say(text) {
  queue.push(text)
}

ws.onopen = () => {
  for (const text of queue.splice(0)) ws.send(text)
}

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
