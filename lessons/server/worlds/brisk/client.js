const url = 'ws://localhost:8080'

function enter(name, room) {
  const ws = new WebSocket(url, 'v2.chat')
  ws.onopen = () => {
    if (room) tell(ws, { type: 'join', name, room })
  }
  return ws
}

function tell(ws, message) {
  ws.send(JSON.stringify(message))
}

const say = (ws, text) => tell(ws, { type: 'say', text })

// Often, and much at a time: but not too often, and not too much.
const eve = enter('Eve', 'chess')
const flo = enter('Flo', 'chess')
enter('Gus', 'yoga')
enter('Hal', 'chess')
for (let i = 0; i < 100; i += 1) {
  setTimeout(say, 1000 + i * 80, eve, `move ${i}`)
  setTimeout(say, 1040 + i * 80, flo, `move ${i}`)
}
setTimeout(say, 10_000, eve, 'e'.repeat(30_000))
setTimeout(() => {
  for (let i = 100; i < 118; i += 1) say(eve, `move ${i}`)
}, 12_000)

// 15,000 characters, and three times as many bytes.
const ida = enter('Ida', 'yoga')
setTimeout(say, 13_000, ida, '字'.repeat(15_000))
const jo = enter('Jo', 'yoga')
setTimeout(() => {
  for (let i = 0; i < 30; i += 1) say(jo, `Buy ${i}!`)
}, 14_000)
setTimeout(say, 16_000, eve, 'Nice cups!')
