const ws = new WebSocket('ws://localhost:8080')
const timer = setTimeout(() => ws.close(), 2000)
ws.onopen = () => {
  clearTimeout(timer)
  console.log('open')
}
