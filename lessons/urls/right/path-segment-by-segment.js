const join = (...segments) => segments.map(encodeURIComponent).join('/')

const room = new WebSocket(`ws://chat.example/${join('join', '#general')}`)
const chat = new WebSocket(`ws://localhost:8080/?name=${join(prompt('?'))}`)

for (const ws of [room, chat]) {
  ws.addEventListener('message', {
    handleEvent({ data }) {
      console.log(ws.url, data)
    },
  })
}
