const url = 'ws://localhost/chat'
const people = {}

function enter(name, room, failures = 0) {
  const ws = new WebSocket(url)
  people[name] = ws
  let tries = failures
  ws.onopen = () => {
    tries = 0
    tell(ws, { type: 'join', name, room })
  }
  ws.onmessage = ({ data }) => {
    const { from, text } = JSON.parse(data)
    console.log(`${name} hears ${from}: ${text}`)
  }
  ws.onclose = ({ code }) => {
    console.log(`${name} is out: ${code}`)
    const ceiling = Math.min(1000 * 2 ** tries, 30_000)
    const wait = Math.random() * ceiling
    setTimeout(enter, wait, name, room, tries + 1)
  }
}

function tell(ws, message) {
  if (ws.readyState === WebSocket.OPEN) {
    ws.send(JSON.stringify(message))
  }
}

function say(name, text) {
  tell(people[name], { type: 'say', text })
}

enter('Eve', 'chess')
enter('Finn', 'chess')
enter('Gus', 'go "19x19"')
enter('Hal', 'go "19x19"')

setTimeout(say, 1000, 'Eve', 'e4, "King’s pawn"')
setTimeout(say, 2000, 'Eve', 'Your move')
setTimeout(say, 2001, 'Finn', 'e5')
setTimeout(say, 2002, 'Eve', 'Nf3')
setTimeout(say, 3000, 'Gus', 'A stone')
setTimeout(say, 9000, 'Finn', 'Nc6')
