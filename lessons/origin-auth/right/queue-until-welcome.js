const base = 'https://chat.example/'
const get = async (what) => {
  const answer = await fetch(new URL(what, base), { method: 'POST' })
  if (!answer.ok) throw new Error(`${what}: ${answer.status}`)
  return answer.json()
}

const outbox = []
let isIn = false
let socket
let timer

function say(text) {
  const message = { type: 'say', text }
  if (isIn) socket.send(JSON.stringify(message))
  else outbox.push(message)
}

function handle({ data }) {
  const { type, name, expiresIn, from, text } = JSON.parse(data)
  if (type === 'say') console.log(from, text)
  if (type !== 'welcome') return
  console.log('Welcome', name)
  isIn = true
  for (const message of outbox.splice(0)) {
    socket.send(JSON.stringify(message))
  }
  if (expiresIn === undefined) return
  clearTimeout(timer)
  timer = setTimeout(show, Math.max(1100, expiresIn * 0.6))
}

async function show() {
  try {
    const { ticket } = await get('ticket')
    socket.send(JSON.stringify({ type: 'auth', ticket }))
  } catch (error) {
    console.log('No new ticket', error)
  }
}

await get('login/Ada')
const { ticket } = await get('ticket')
socket = new WebSocket('wss://chat.example')
socket.addEventListener('message', handle)
socket.addEventListener('open', () => {
  socket.send(JSON.stringify({ type: 'auth', ticket }))
  say('Hello')
})
