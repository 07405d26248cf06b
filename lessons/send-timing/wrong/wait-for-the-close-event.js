const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const queue = []
let isOpen = false, isClosed = false
function say(text) {
  if (isClosed) console.log('not sent:', text)
  else if (isOpen) ws.send(text)
  else queue.push(text)
}
ws.onopen = () => { isOpen = true; queue.splice(0).forEach(say) }
ws.onclose = () => { isClosed = true; queue.splice(0).forEach(say) }

setTimeout(() => say("second"), 300)
setTimeout(() => say("third"), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say("fourth"), 2500)

say("first")
