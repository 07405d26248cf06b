const ws = new WebSocket('ws://localhost:8080')
const say = (text) => ws.readyState === WebSocket.OPEN && ws.send(text)
ws.onopen = () => {
  setTimeout(() => say('two'), 150)
  setTimeout(() => say('three'), 200)
  setTimeout(() => ws.close(), 600)
}
