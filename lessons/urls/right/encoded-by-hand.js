const typed = prompt('Name, please')
let name = ''
for (const octet of new TextEncoder().encode(typed)) {
  name += '%' + octet.toString(16).padStart(2, '0')
}

for (const address of [
  'wss://chat.example:443/join?general',
  'ws://chat.example/hello?from=here&name=' + name,
]) {
  const ws = new WebSocket(address)
  ws.onopen = () => console.log('open:', ws.url)
  ws.onmessage = (event) => alert(event.data)
}
