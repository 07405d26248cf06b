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

const eve = enter('Eve', 'chess')
const flo = enter('Flo', 'chess')
const gus = enter('Gus', 'yoga')
const hal = enter('Hal', 'chess')
enter('Eve', 'yoga')
// Two who are in no room.
const ida = enter('Ida')
enter('Jo')

setTimeout(say, 1000, eve, 'The kettle is on')
setTimeout(say, 2000, gus, 'Blue in Green?')
setTimeout(say, 3000, flo, 'With milk, please')
setTimeout(say, 3500, ida, 'Anybody?')
setTimeout(tell, 4000, hal, { type: 'join', name: 'Hal', room: 'yoga' })
setTimeout(say, 5000, eve, 'Hal has left us')
setTimeout(say, 6000, gus, 'Welcome, Hal')
