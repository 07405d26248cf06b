const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const field = form.elements.text
const me = { name: 'Zoe', id: 7 }
const photo = new Uint8Array(3_000_000)
const CHUNK = 64 * 1024
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

document.querySelector('#photo').onclick = () => {
  send({ type: 'photo', from: me, size: photo.length })
  sendFrom(0)
}

function sendFrom(start) {
  let at = start
  while (at < photo.length && ws.bufferedAmount < MAX) {
    ws.send(photo.subarray(at, at + CHUNK))
    at += CHUNK
  }
  if (at < photo.length) setTimeout(sendFrom, 20, at)
}

field.oninput = () => {
  timer ??= setTimeout(() => {
    timer = null
    send({ type: 'draft', from: me, text: field.value })
  }, 201)
}

form.onsubmit = (event) => {
  event.preventDefault()
  send({ type: 'say', from: me, text: field.value })
  form.reset()
}
