const ws = new WebSocket('ws://localhost:8080')
const ping = JSON.stringify({ type: 'ping' })

ws.onopen = () => {
  setInterval(() => ws.send(ping), 25_000)
}

ws.onclose = ({ code }) => {
  console.log('closed', code)
}

setTimeout(() => {
  console.log('readyState', ws.readyState)
}, 290_000)
