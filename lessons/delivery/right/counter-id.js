const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const me = { name: 'Zoe', id: 7 }
let ws
let failures = 0
let lastId = 0
const outbox = new Map()
let last = 0

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

function connect() {
  ws = new WebSocket(url, 'v2.chat')

  ws.onopen = () => {
    failures = 0
    send({ type: 'resume', after: last })
    for (const message of outbox.values()) send(message)
  }

  ws.onmessage = (event) => {
    const { type, id, number, from, text } = read(event.data)
    if (type === 'ack') outbox.delete(id)
    if (type === 'say' && number > last) {
      last = number
      show(from.name, text)
    }
  }

  ws.onclose = connectLater
}

function connectLater() {
  const ceiling = Math.min(1000 * 2 ** failures, 30_000)
  failures += 1
  setTimeout(connect, Math.random() * ceiling)
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  const id = `zoe-${++lastId}`
  const message = { type: 'say', id, from: me, text }
  outbox.set(id, message)
  if (ws.readyState === WebSocket.OPEN) send(message)
  form.reset()
}

connect()
