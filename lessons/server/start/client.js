const url = 'ws://localhost:8080'

function enter(name, room) {
  const ws = new WebSocket(url, 'v2.chat')
  ws.onopen = () => tell(ws, { type: 'join', name, room })
  ws.onmessage = ({ data }) => {
    const { from, text } = JSON.parse(data)
    // Neither photos nor spam.
    if (text.length < 40 && from !== 'Mal') {
      console.log(`${name} hears ${from}: ${text}`)
    }
  }
  ws.onclose = ({ code }) => {
    console.log(`${name} is out: ${code}`)
  }
  return ws
}

function tell(ws, message) {
  ws.send(JSON.stringify(message))
}

const say = (ws, text) => tell(ws, { type: 'say', text })

const ada = enter('Ada', 'tea')
enter('Dot', 'tea')
const cy = enter('Cy', 'jazz')
const bo = enter('Bo', 'tea')
let mal = enter('Mal', 'jazz')

setTimeout(say, 1000, ada, 'The kettle is on')
setTimeout(say, 2000, cy, 'Blue in Green?')
setTimeout(say, 3000, bo, 'With milk, please')
setTimeout(say, 4000, mal, 'x'.repeat(100_000))
setTimeout(() => {
  mal = enter('Mal', 'jazz')
}, 5000)
setTimeout(() => {
  for (let i = 0; i < 60; i += 1) say(mal, `Buy ${i}!`)
}, 6000)

// From 8 to 18 seconds Ada sends photos.
// Dot's phone is in a tunnel by then.
for (let time = 8000; time < 18_000; time += 250) {
  setTimeout(say, time, ada, 'p'.repeat(20_000))
}
setTimeout(say, 18_500, bo, 'Nice cups!')
