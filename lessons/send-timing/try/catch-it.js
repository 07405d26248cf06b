const url = 'wss://echo.websocket.org'
const ws = new WebSocket(url)

function say(text) {
  try {
    ws.send(text)
  } catch {
    console.log('not sent:', text)
  }
}

say('too early')
ws.onopen = () => ws.close(1000)
ws.onclose = () => say('too late')
