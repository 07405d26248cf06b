const ws = new WebSocket('ws://localhost:8080')
const form = document.querySelector('form')

function show(name, text) {
  const item = document.createElement('li')
  item.textContent = `${name}: ${text}`
  document.querySelector('ul').append(item)
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  ws.send({ type: 'say', name: 'Zoe', text })
  form.reset()
}

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}

ws.onmessage = (event) => {
  const { type, name, text } = read(event.data)
  if (type === 'say' && name && text) show(name, text)
}
