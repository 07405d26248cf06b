// Ada and Bo talk. Mal sends what no page would send, over a new connection each time.
const url = 'ws://localhost:8080'

function enter(name, room, said) {
  const ws = new WebSocket(url, 'v2.chat')
  ws.onopen = () => {
    tell(ws, { type: 'join', room, name, after: 0 })
    for (const text of said) say(ws, text)
  }
  return ws
}

function tell(ws, message) {
  ws.send(typeof message === 'string' ? message : JSON.stringify(message))
}

const say = (ws, text) => tell(ws, { type: 'say', id: crypto.randomUUID(), text })

const ada = enter('Ada', 'tea', [])
const bo = enter('Bo', 'tea', [])
setTimeout(say, 1000, ada, 'Is 1 < 2 & "2" > 1?')

const nonsense = [
  [{ type: 'say', id: 'm0', text: 'not in a room' }],
  ['hello', 'null', '[]', '7', '{}', { type: 'ping' }],
  [{ type: 'join', room: 'tea', after: 0 }],
  [{ type: 'join', room: 'tea', name: '', after: 0 }],
  [{ type: 'join', room: 'tea', name: 7, after: 0 }],
  [{ type: 'join', room: 'tea', name: 'M'.repeat(31), after: 0 }],
  [{ type: 'join', room: { name: 'tea' }, name: 'Mal', after: 0 }],
  [{ type: 'join', name: 'Mal', after: 0 }],
  [{ type: 'join', room: 'tea', name: '   ', after: 0 }],
  [{ type: 'join', room: 'r'.repeat(31), name: 'Mal', after: 0 }],
]
// Each of these would also say something in the room.
nonsense.forEach((messages, index) => {
  setTimeout(
    () => {
      const ws = new WebSocket(url, 'v2.chat')
      ws.onopen = () => {
        for (const message of messages) tell(ws, message)
        tell(ws, { type: 'say', id: `n${index}`, text: `nobody ${index}` })
        setTimeout(() => ws.close(1000), 500)
      }
    },
    2000 + 200 * index,
  )
})

const unsaid = [
  { type: 'say', id: 'u0', text: '' },
  { type: 'say', id: 'u1', text: 'x'.repeat(501) },
  { type: 'say', text: 'no id' },
  { type: 'say', id: { of: 'mine' }, text: 'odd id' },
  { type: 'say', id: 'u4' },
  { type: 'say', id: 'u5', text: null },
  { type: 'say', id: 'u6', text: 7 },
  { type: 'say', id: 'u7', text: { html: '<b>hi</b>' } },
  { type: 'say', id: 'u8', text: '   ' },
  { type: 'say', id: 'u'.repeat(41), text: 'long id' },
]
unsaid.forEach((message, index) => {
  setTimeout(
    () => {
      const ws = enter('Mal', 'tea', [])
      ws.addEventListener('open', () => {
        tell(ws, message)
        setTimeout(() => ws.close(1000), 500)
      })
    },
    5000 + 200 * index,
  )
})

// The longest that is taken, and a name in another script.
setTimeout(() => say(bo, '字'.repeat(500)), 8000)
setTimeout(() => enter('阿'.repeat(30), 'tea', ['<b>hi</b>']), 9000)
setTimeout(say, 10_000, ada, 'Still here')
