const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const field = form.elements.text
const me = { name: 'Zoe', id: 7 }
const photo = new Uint8Array(3_000_000)
const CHUNK = 64 * 1024
const MAX = 256 * 1024
const ws = new WebSocket(url, 'v2.chat')

function show(name, text) {
  const item = document.createElement('li')
  item.textContent = `${name}: ${text}`
  document.querySelector('ul').append(item)
}

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}

function send(message) {
  ws.send(JSON.stringify(message))
}

ws.onopen = () => send({ type: 'join' })

ws.onmessage = (event) => {
  const { type, from, text } = read(event.data)
  if (type === 'say') show(from.name, text)
}

function* pieces() {
  for (let at = 0; at < photo.length; at += CHUNK) {
    yield photo.subarray(at, at + CHUNK)
  }
}

document.querySelector('#photo').onclick = () => {
  send({ type: 'photo', from: me, size: photo.length })
  const all = pieces()
  const clock = setInterval(() => {
    if (ws.bufferedAmount > MAX) return
    const { done, value } = all.next()
    if (done) clearInterval(clock)
    else ws.send(value)
  }, 5)
}

const wait = (ms) => new Promise((go) => setTimeout(go, ms))
let typed = null
field.oninput = () => {
  typed = field.value
}

async function share() {
  for (;;) {
    await wait(200)
    if (typed === null) continue
    const text = typed
    typed = null
    send({ type: 'draft', from: me, text })
  }
}
share()

form.onsubmit = (event) => {
  event.preventDefault()
  typed = null
  send({ type: 'say', from: me, text: field.value })
  form.reset()
}
