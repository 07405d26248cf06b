const form = document.querySelector('form')
const leave = document.querySelector('#leave')
const me = { name: 'Zoe', id: 7 }
let ws
let left = false
let cancel = () => {}

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

const wait = (ms) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    cancel = () => {
      clearTimeout(timer)
      resolve()
    }
  })

function live(socket) {
  return new Promise((resolve) => {
    let opened = false
    let beat
    socket.addEventListener('open', () => {
      opened = true
      beat = setInterval(() => {
        socket.send(JSON.stringify({ type: 'ping' }))
      }, 25_000)
    })
    socket.addEventListener('message', ({ data }) => {
      const { type, from, text } = read(data)
      if (type === 'say' && from?.name && text) show(from.name, text)
    })
    socket.addEventListener('close', ({ code }) => {
      clearInterval(beat)
      resolve({ code, opened })
    })
  })
}

async function run() {
  let failures = 0
  while (!left) {
    ws = new WebSocket('ws://localhost:8080', ['v2.chat'])
    const { code, opened } = await live(ws)
    console.log(opened ? 'connection lost' : 'attempt refused')
    if (left || code === 1008) return
    if (opened) failures = 0
    await wait(Math.random() * Math.min(1000 * 2 ** failures, 30_000))
    failures += 1
  }
}

form.onsubmit = (event) => {
  event.preventDefault()
  ws.send(JSON.stringify({ type: 'say', from: me, text: form.elements.text.value }))
  form.reset()
}

leave.onclick = () => {
  left = true
  cancel()
  ws.close(1000)
}

run()
