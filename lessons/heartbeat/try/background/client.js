const ws = new WebSocket('ws://localhost:8080')
const ping = JSON.stringify({ type: 'ping' })

function print(text) {
  const time = performance.now() / 1000
  console.log(text, Math.round(time))
}

ws.onopen = () => {
  setInterval(() => {
    print('ping at')
    ws.send(ping)
  }, 25_000)
}

ws.onclose = () => print('closed at')

setTimeout(() => {
  if (ws.readyState === 1) print('still open at')
}, 200_000)
