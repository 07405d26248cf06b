const url = 'ws://localhost/chat'
const heard = { Ada: 0, Dot: 0, Bo: 0 }

function enter(name) {
  const ws = new WebSocket(url)
  ws.onopen = () => {
    const join = { type: 'join', name, room: 'tea' }
    ws.send(JSON.stringify(join))
  }
  ws.onmessage = () => (heard[name] += 1)
  return ws
}

const ada = enter('Ada')
enter('Dot')
enter('Bo')

setTimeout(() => {
  const said = { type: 'say', text: 'Kettle on?' }
  ada.send(JSON.stringify(said))
}, 1000)
setTimeout(() => {
  console.log(`Dot heard ${heard.Dot}`)
  console.log(`Bo heard ${heard.Bo}`)
}, 2000)
