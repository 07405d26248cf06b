const ws = new WebSocket('wss://echo.websocket.org')
const queue = []
const report = (text) => console.log(JSON.stringify({ status: 'not sent', text }))
let deliver = (text) => queue.push(text)
const say = (text) => deliver(text)
ws.onopen = () => {
  deliver = (text) => ws.send(text)
  queue.splice(0).forEach(deliver)
}
ws.onclose = () => {
  deliver = report
  queue.splice(0).forEach(report)
}
function hangUp() {
  ws.close(1000, 'done')
  deliver = report
}
setTimeout(say, 300, 'second')
setTimeout(say, 1500, 'third')
setTimeout(hangUp, 2000)
setTimeout(say, 2500, 'fourth')
say('first')
