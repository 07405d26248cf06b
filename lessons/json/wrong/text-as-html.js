const ws = new WebSocket('ws://localhost:8080')
const form = document.querySelector('form')
const waiting = new Map()
let lastId = 0

function show(name, text) {
  const item = document.createElement('li')
  item.innerHTML = `${name}: ${text}`
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
  const { promise, resolve, reject } = Promise.withResolvers()
  waiting.set(id, resolve)
  setTimeout(reject, 2000, new Error('no answer'))
  ws.send(JSON.stringify({ type: 'ask', id, name }))
  return promise.finally(() => waiting.delete(id))
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  ws.send(JSON.stringify({ type: 'say', name: 'Zoe', text }))
  form.reset()
}

ws.onopen = () => {
  for (const name of ['Ada', 'Bo', 'Cy']) {
    const print = (result) => console.log(name, result)
    ask(name).then(print, (error) => print(error.message))
  }
}

ws.onmessage = (event) => {
  const { type, id, name, text } = read(event.data)
  if (type === 'say' && name && text) show(name, text)
  if (type === 'answer') waiting.get(id)?.(text)
}
