const ws = new WebSocket('wss://echo.websocket.org')
const name = () =>
  ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].find((key) => WebSocket[key] === ws.readyState)

console.log(name())
await new Promise((resolve) => (ws.onopen = resolve))
console.log(name())
const button = document.querySelector('button')
button.onclick = () => {
  ws.readyState === 1 ? ws.send('Hi') : alert('not connected')
}
await new Promise((resolve) => setTimeout(resolve, 900))
ws.close()
console.log(name())
await new Promise((resolve) => (ws.onclose = resolve))
console.log(name())
