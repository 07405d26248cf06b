// Three tabs of one browser. First Bo is logged in, then Ada.
const chat = 'chat.example'

await ask('login/Bo')
const one = open('Bo, first tab')
await welcome(one)
await ask('login/Ada')
const two = open('Ada, second tab')
await welcome(two)
// On another device it would be another session, too.
await ask('login/Ada')
const three = open('Ada, third tab')
await welcome(three)
const { ticket } = await ask('ticket')

setTimeout(() => ask('logout'), 4000)
// Somebody kept a ticket.
setTimeout(() => {
  const late = open('with an old ticket')
  late.onopen = () => {
    late.send(JSON.stringify({ type: 'auth', ticket }))
  }
}, 6000)
setTimeout(() => {
  one.send(JSON.stringify({ type: 'say', text: 'Still here' }))
}, 7000)

function open(name) {
  const ws = new WebSocket(`wss://${chat}`)
  ws.addEventListener('message', ({ data }) => {
    console.log(`${name}: ${data}`)
  })
  ws.onclose = ({ code }) => console.log(`${name} is out: ${code}`)
  return ws
}

function welcome(ws) {
  return new Promise((resolve) => {
    ws.addEventListener('message', resolve, { once: true })
  })
}

async function ask(path) {
  const url = `https://${chat}/${path}`
  const response = await fetch(url, { method: 'POST' })
  return response.json()
}
