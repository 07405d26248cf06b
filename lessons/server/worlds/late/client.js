const url = 'ws://localhost:8080'

function enter(name, room) {
  const ws = new WebSocket(url, 'v2.chat')
  ws.onopen = () => {
    ws.send(JSON.stringify({ type: 'join', name, room }))
  }
  return ws
}

enter('Eve', 'chess')
// This one is gone when the server leaves.
enter('Flo', 'chess')
enter('Gus', 'yoga')
// And this one comes when the server leaves.
setTimeout(enter, 20_300, 'Hal', 'yoga')
