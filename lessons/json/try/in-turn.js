const ws = new WebSocket('ws://localhost:8080')
const waiting = []

function ask(name) {
  ws.send(JSON.stringify({ type: 'ask', name }))
  return new Promise((resolve) => {
    waiting.push(resolve)
  })
}

ws.onopen = () => {
  for (const name of ['Ada', 'Bo']) {
    ask(name).then((text) => {
      console.log(name, text)
    })
  }
}

ws.onmessage = (event) => {
  const message = JSON.parse(event.data)
  if (message.type === 'answer') {
    waiting.shift()(message.text)
  }
}
