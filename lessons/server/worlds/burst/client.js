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

// Six photos at once are much, but everyone takes them.
const eve = enter('Eve', 'chess')
enter('Flo', 'chess')
enter('Gus', 'yoga')
const hal = enter('Hal', 'chess')
setTimeout(() => {
  for (let i = 0; i < 6; i += 1) say(eve, 'p'.repeat(20_000))
}, 2000)
setTimeout(say, 4000, hal, 'Nice cups!')
