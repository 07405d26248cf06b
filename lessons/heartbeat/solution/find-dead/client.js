const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const me = { name: 'Zoe', id: 7 }
let ws

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

  const socket = ws
  let beat
  let patience

  const stop = () => {
    clearInterval(beat)
    clearTimeout(patience)
  }

  const abandon = () => {
    stop()
    socket.onclose = null
    socket.close(4000, 'no pong')
    connect()
  }

  ws.onopen = () => {
    console.log('open')
    beat = setInterval(() => {
      send({ type: 'ping' })
      patience = setTimeout(abandon, 10_000)
    }, 25_000)
  }

  ws.onmessage = (event) => {
    const { type, from, text } = read(event.data)
    if (type === 'pong') clearTimeout(patience)
    if (type === 'say' && from?.name && text) {
      show(from.name, text)
    }
  }

  ws.onclose = ({ code }) => {
    console.log('closed', code)
  }
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  send({ type: 'say', from: me, text })
  form.reset()
}

connect()
