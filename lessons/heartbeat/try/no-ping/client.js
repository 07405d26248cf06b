const ws = new WebSocket('ws://localhost:8080')

console.log('ws.ping is', typeof ws.ping)

for (const type of ['message', 'ping', 'pong']) {
  ws.addEventListener(type, () => {
    console.log('event:', type)
  })
}
