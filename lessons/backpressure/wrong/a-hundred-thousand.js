// extra: pieces of 100,000 bytes, looks at bufferedAmount before each
const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const field = form.elements.text
const me = { name: 'Zoe', id: 7 }
const photo = new Uint8Array(3_000_000)
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

document.querySelector('#photo').onclick = () => {
  send({ type: 'photo', from: me, size: photo.length })
  let at = 0
  const pump = () => {
    if (ws.bufferedAmount < 200_000) {
      ws.send(photo.subarray(at, at + 100_000))
      at += 100_000
    }
    if (at < photo.length) setTimeout(pump, 10)
  }
  pump()
}

field.oninput = () => {
  send({ type: 'draft', from: me, text: field.value })
}

form.onsubmit = (event) => {
  event.preventDefault()
  send({ type: 'say', from: me, text: field.value })
  form.reset()
}
