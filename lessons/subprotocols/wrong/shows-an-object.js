const names = ['v2.chat', 'v1.chat']
const ws = new WebSocket('ws://localhost:8080', names)
const form = document.querySelector('form')
const waiting = new Map()
let lastId = 0
const me = { name: 'Zoe', id: 7 }
const isV2 = () => ws.protocol === 'v2.chat'

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

function ask(name) {
  const id = ++lastId
  const { promise, resolve, reject } =
    Promise.withResolvers()
  waiting.set(id, resolve)
  setTimeout(reject, 2000, new Error('no answer'))
  ws.send(JSON.stringify({ type: 'ask', id, name }))
  return promise.finally(() => waiting.delete(id))
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  const who = isV2() ? { from: me } : { name: me.name }
  ws.send(JSON.stringify({ type: 'say', ...who, text }))
  form.reset()
}

ws.onopen = () => {
  console.log('protocol', ws.protocol || 'none')
  for (const name of ['Ada', 'Bo', 'Cy']) {
    const print = (result) => console.log(name, result)
    ask(name).then(print, (error) => print(error.message))
  }
}

ws.onmessage = (event) => {
  const { type, id, text, ...rest } = read(event.data)
  const name = isV2() ? rest.from : rest.name
  if (type === 'say' && name && text) show(name, text)
  if (type === 'answer') waiting.get(id)?.(text)
}
