const ws = new WebSocket('ws://localhost:8080')

const opened = new Promise((resolve) => {
  ws.onopen = resolve
})

async function say(text) {
  console.log('waiting:', text)
  await opened
  ws.send(text)
  console.log('sent:', text)
}

ws.onclose = (event) => {
  console.log('closed', event.code)
}

say('first')
