const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const leave = document.querySelector('#leave')
const me = { name: 'Zoe', id: 7 }
let ws
let failures = 0
let retry
let hasLeft = false

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
  let wasOpen = false
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
    failures = 0
    wasOpen = true
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
    console.log(wasOpen ? 'lost' : 'refused', code)
    stop()
    if (hasLeft || code === 1008) return
    connectLater()
  }
}

function connectLater() {
  const ceiling = Math.min(1000 * 2 ** failures, 30_000)
  failures += 1
  retry = setTimeout(connect, ceiling + Math.random() * 1000)
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  send({ type: 'say', from: me, text })
  form.reset()
}

leave.onclick = () => {
  hasLeft = true
  clearTimeout(retry)
  ws.close(1000, 'bye')
}

connect()
