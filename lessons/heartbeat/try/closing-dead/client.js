const ws = new WebSocket('ws://localhost:8080')
let closedAt

setTimeout(() => {
  ws.close(4000)
  closedAt = performance.now()
}, 60_000)

ws.onclose = ({ code }) => {
  const wait = performance.now() - closedAt
  console.log(code, `after ${wait / 1000} s`)
}
