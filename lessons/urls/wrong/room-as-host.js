const name = prompt('Your name?')
const room = 'general'

const addresses = [
  'wss://chat.example:443/chat',
  'ws://chat.example:80/chat?room=7',
  'https://chat.example/rooms',
  '/rooms',
  `ws://chat.example/hello?name=${name}`,
  `wss://${room}.chat.example/`,
]

for (const address of addresses) {
  const ws = new WebSocket(address)
  console.log(ws.url)
  ws.onmessage = (event) => {
    console.log(event.data)
  }
}
