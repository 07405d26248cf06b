const ws = new WebSocket('ws://localhost:8080')
ws.binaryType = 'arraybuffer'
const lines = []
const pending = {}

const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const draw = () => {
  document.querySelector('ul').innerHTML = lines
    .map(({ name, text }) => `<li><b>${escape(name)}</b> ${escape(text)}</li>`)
    .join('')
}

const handlers = {
  say({ name, text }) {
    if (name === undefined || text === undefined) return
    lines.push({ name, text })
    draw()
  },
  answer({ id, text }) {
    pending[id]?.resolve(text)
  },
}

ws.onmessage = (event) => {
  if (event.data instanceof ArrayBuffer) return
  let message
  try {
    message = JSON.parse(event.data)
  } catch {
    return
  }
  if (Object.hasOwn(handlers, message?.type)) handlers[message.type](message)
}

const ask = async (name) => {
  const id = name.toLowerCase()
  pending[id] = Promise.withResolvers()
  ws.send(JSON.stringify({ type: 'ask', id, name }))
  const late = setTimeout(pending[id].reject, 2000, new RangeError('too late'))
  try {
    return await pending[id].promise
  } finally {
    clearTimeout(late)
    delete pending[id]
  }
}

document.querySelector('form').onsubmit = (event) => {
  event.preventDefault()
  const { value } = event.target.elements.text
  ws.send(JSON.stringify({ text: value, name: 'Zoe', type: 'say' }))
}

await new Promise((resolve) => (ws.onopen = resolve))
const report = async (name) => {
  try {
    console.log({ name, answer: await ask(name) })
  } catch (error) {
    console.log({ name, error: error.message })
  }
}
await Promise.all(['Ada', 'Bo', 'Cy'].map(report))
