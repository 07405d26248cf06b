const url = 'ws://localhost:8080'
const room = 'tea'

// Two people in one page, so that you see both.
document.querySelectorAll('section').forEach(chat)

function chat(section) {
  const [join, talk] = section.querySelectorAll('form')
  const list = section.querySelector('ol')
  const status = section.querySelector('p')
  const outbox = new Map()
  let name
  let ws
  let failures = 0
  let last = 0
  let retry

  function show(name, text) {
    const item = document.createElement('li')
    item.textContent = `${name}: ${text}`
    list.append(item)
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
    status.textContent = `Attempt ${failures + 1}`
    ws = new WebSocket(url, 'v2.chat')

    ws.onopen = () => {
      status.textContent = 'Connected'
      failures = 0
      send({ type: 'join', room, name, after: last })
      for (const message of outbox.values()) send(message)
    }

    ws.onmessage = (event) => {
      const { type, id, number, from, text } = read(
        event.data,
      )
      if (type === 'ack') outbox.delete(id)
      if (type === 'say' && number > last) {
        last = number
        show(from, text)
      }
    }

    ws.onclose = ({ code, reason }) => {
      if (code === 1008) status.textContent = reason
      else connectLater()
    }
  }

  function connectLater() {
    status.textContent = 'Connection lost'
    const ceiling = Math.min(1000 * 2 ** failures, 30_000)
    failures += 1
    retry = setTimeout(connect, Math.random() * ceiling)
  }

  join.onsubmit = (event) => {
    event.preventDefault()
    name = join.elements.name.value
    connect()
    join.hidden = true
    talk.hidden = false
    talk.elements.text.focus()
  }

  talk.onsubmit = (event) => {
    event.preventDefault()
    const text = talk.elements.text.value
    const id = crypto.randomUUID()
    const message = { type: 'say', id, text }
    outbox.set(id, message)
    if (ws.readyState === WebSocket.OPEN) send(message)
    talk.reset()
  }

  talk.elements.leave.onclick = () => {
    ws.onclose = null
    ws.close(1000, 'bye')
    status.textContent = 'You left'
    join.hidden = false
    talk.hidden = true
  }
}
