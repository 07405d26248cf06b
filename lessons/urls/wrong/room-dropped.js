const name = prompt('Your name?')

for (const address of [
  '/chat',
  'ws://chat.example/hello?name=' + encodeURIComponent(name),
  'wss://chat.example/join',
]) {
  const ws = new WebSocket(address)
  ws.onmessage = (event) => console.log('general:', event.data)
}
