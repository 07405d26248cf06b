const ws = new WebSocket('wss://echo.websocket.org')
console.log('readyState:', ws.readyState)

ws.onmessage = (event) => {
  console.log('echo:', event.data)
}

const queue = []

function say(text) {
  switch (ws.readyState) {
    case WebSocket.CONNECTING:
      queue.push(text)
      break
    default:
      ws.send(text)
  }
}

ws.onopen = () => {
  for (const text of queue.splice(0)) {
    ws.send(text)
  }
}

setTimeout(() => say('second'), 300)
setTimeout(() => say('third'), 1500)
setTimeout(() => ws.close(), 2000)
setTimeout(() => say('fourth'), 2500)

say('first')
