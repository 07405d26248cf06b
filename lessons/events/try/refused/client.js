const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

function log(event) {
  console.log(event.type, String(event))
}

ws.onopen = log
ws.onerror = log
ws.onclose = log
