const ws = new WebSocket('ws://localhost:8080')
const waiting = new Map()
const nextId = (function* () {
  for (let id = 1000; ; id += 7) yield id
})()

const isText = (value) => typeof value === 'string'

function read(data) {
  if (!isText(data)) return undefined
  try {
    const message = JSON.parse(data)
    return isText(message?.type) ? message : undefined
  } catch (error) {
    console.info('not for us:', error.message)
    return undefined
  }
}

function say({ name, text }) {
  if (!isText(name) || !isText(text)) return
  const line = new DocumentFragment()
  line.append(document.createElement('li'))
  line.firstChild.append(document.createTextNode(name), ': ', text)
  document.querySelector('ul').prepend(line)
}

ws.addEventListener('message', {
  handleEvent({ data }) {
    const message = read(data)
    if (message?.type === 'say') say(message)
    if (message?.type === 'answer') waiting.get(message.id)?.(message.text)
  },
})

ws.addEventListener('open', async () => {
  const asks = ['Ada', 'Bo', 'Cy'].map(async (name) => {
    const id = nextId.next().value
    ws.send(JSON.stringify({ id, name, type: 'ask' }))
    const text = await Promise.race([
      new Promise((resolve) => waiting.set(id, resolve)),
      new Promise((resolve) => setTimeout(resolve, 2000, null)),
    ])
    waiting.delete(id)
    return text === null ? `${name} did not answer` : `${name}: ${text}`
  })
  for (const line of asks) console.log(await line)
})

document.querySelector('button').onclick = (event) => {
  event.preventDefault()
  const field = document.querySelector('[name=text]')
  ws.send(JSON.stringify({ type: 'say', name: 'Zoe', text: field.value }))
  field.value = ''
}
