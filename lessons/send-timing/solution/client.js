const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)
const queue = []

function say(text) {
  switch (ws.readyState) {
    case WebSocket.CONNECTING:
      queue.push(text)
      break
    case WebSocket.OPEN:
      ws.send(text)
      break
    default:
      console.log('not sent:', text)
  }
}

ws.onopen = () => {
  for (const text of queue.splice(0)) {
    ws.send(text)
  }
}

ws.onclose = () => {
  for (const text of queue.splice(0)) {
    console.log('not sent:', text)
  }
}

ws.onmessage = (event) => {
  console.log('echo', event.data)
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(1000), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
