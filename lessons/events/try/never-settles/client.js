const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

setTimeout(() => console.log('still waiting'), 3000)

const opened = new Promise((resolve) => {
  ws.onopen = resolve
})

try {
  await opened
  console.log('open')
} catch {
  console.log('failed')
}
