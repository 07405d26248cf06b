const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const field = form.elements.text
const me = { name: 'Zoe', id: 7 }
const photo = new Uint8Array(3_000_000)
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

let left = []

document.querySelector('#photo').onclick = () => {
  send({ type: 'photo', from: me, size: photo.length })
  for (let at = 0; at < photo.length; at += 32_768) {
    left.push(photo.subarray(at, at + 32_768))
  }
}

setInterval(() => {
  for (let i = 0; i < 4 && left.length > 0; i += 1) {
    if (ws.bufferedAmount < 100_000) ws.send(left.shift())
  }
}, 25)

field.oninput = () => {
  timer ??= setTimeout(sendDraft, 200)
}

function sendDraft() {
  timer = undefined
  send({ type: 'draft', from: me, text: field.value })
}

form.onsubmit = (event) => {
  event.preventDefault()
  clearTimeout(timer)
  timer = undefined
  send({ type: 'say', from: me, text: field.value })
  form.reset()
}
