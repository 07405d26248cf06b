const ws = new WebSocket('wss://door.example/')

function show() {
  console.log('lamp ' + (ws.readyState === 1 ? 'green' : 'red'))
}

ws.onopen = show
ws.onclose = show
