// Says some things twice, as clients do that got no ack.
const zoe = { name: 'Zoe', id: 7 }
const dan = { name: 'Dan', id: 9 }

function join(then) {
  const ws = new WebSocket('ws://localhost:8080', 'v2.chat')
  ws.onopen = () => {
    ws.send(JSON.stringify({ type: 'join' }))
    then((from, id, text) => ws.send(JSON.stringify({ type: 'say', id, from, text })))
  }
  return ws
}

join((say) => {
  say(zoe, 'a', 'Hello')
  say(zoe, 'a', 'Hello')
  say(zoe, 'b', 'Ha')
  say(zoe, 'c', 'Ha')
  setTimeout(() => say(zoe, 'a', 'Hello'), 3000)
})
setTimeout(() => {
  const ws = join((say) => say(zoe, 'b', 'Ha'))
  setTimeout(() => ws.close(), 1000)
}, 1000)
setTimeout(() => join((say) => say(dan, 'a', 'Me too')), 1500)
