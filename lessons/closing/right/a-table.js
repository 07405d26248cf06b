const reactions = new Map([
  [1006, (path) => setTimeout(() => open(path), 1000)],
  [4001, () => document.body.append('Please log in')],
])

function open(path, reason) {
  const ws = new WebSocket('wss://chat.example' + path)
  if (reason !== undefined) {
    ws.addEventListener('open', () => ws.close(1000, reason))
  }
  ws.addEventListener('close', ({ code }) => {
    reactions.get(code)?.(path)
  })
}

open('/drop')
open('/expire')
open('/stay', 'only looking')
