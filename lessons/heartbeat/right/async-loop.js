const url = 'ws://localhost:8080'
const form = document.querySelector('form')
const me = { name: 'Zoe', id: 7 }
let ws
const sleep = (ms) => new Promise((done) => setTimeout(done, ms))

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

async function keepAlive(socket) {
  while (socket.readyState === WebSocket.OPEN) {
    await sleep(24_000)
    if (socket.readyState !== WebSocket.OPEN) return
    const pong = new Promise((resolve) => {
      socket.ponged = () => resolve('pong')
    })
    socket.send(JSON.stringify({ type: 'ping' }))
    if ((await Promise.race([pong, sleep(10_000)])) !== 'pong') {
      socket.close(4000)
      if (socket === ws) connect()
      return
    }
  }
}

function connect() {
  const socket = new WebSocket(url, 'v2.chat')
  ws = socket
  socket.onopen = () => keepAlive(socket)
  socket.onmessage = (event) => {
    const { type, from, text } = read(event.data)
    if (type === 'pong') socket.ponged?.()
    if (type === 'say' && from?.name && text) show(from.name, text)
  }
}

form.onsubmit = (event) => {
  event.preventDefault()
  send({ type: 'say', from: me, text: form.elements.text.value })
  form.reset()
}

connect()
