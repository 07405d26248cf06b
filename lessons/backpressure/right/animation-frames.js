const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const field = form.elements.text
const me = { name: 'Zoe', id: 7 }
const photo = new Uint8Array(3_000_000)
const MAX = 256 * 1024
const ws = new WebSocket(url, 'v2.chat')
let timer

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

let at = photo.length

function pump() {
  while (at < photo.length && ws.bufferedAmount < MAX) {
    const piece = photo.slice(at, at + 8192)
    ws.send(piece)
    at += piece.byteLength
  }
  requestAnimationFrame(pump)
}
pump()

document.querySelector('#photo').onclick = () => {
  const { length: size } = photo
  send({ type: 'photo', from: me, size })
  at = 0
}

let last = 0
field.addEventListener('input', () => {
  const wait = Math.max(0, last + 200 - Date.now())
  clearTimeout(timer)
  timer = setTimeout(() => {
    last = Date.now()
    send({ type: 'draft', from: me, text: field.value })
  }, wait)
})

form.onsubmit = (event) => {
  event.preventDefault()
  clearTimeout(timer)
  send({ type: 'say', from: me, text: field.value })
  form.reset()
}
