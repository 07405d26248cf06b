const ws = new WebSocket('ws://localhost:8080')
const form = document.querySelector('form')
const pending = []

function show(name, text) {
  const item = document.createElement('li')
  const strong = item.appendChild(document.createElement('strong'))
  strong.innerText = name
  item.insertAdjacentText('beforeend', ' ' + text)
  document.querySelector('ul').append(item)
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  const message = { type: 'say', name: 'Zoe', text }
  ws.send(JSON.stringify(message))
  form.reset()
}

ws.onopen = () => {
  for (const name of ['Ada', 'Bo', 'Cy']) {
    const id = pending.length
    pending.push({ name, since: performance.now() })
    ws.send(JSON.stringify({ type: 'ask', id, name }))
  }
}

const timer = setInterval(() => {
  for (const question of pending) {
    if (question.done) continue
    if (performance.now() - question.since < 2000) continue
    question.done = true
    console.log('no idea when ' + question.name + ' was here')
  }
  if (pending.length > 0 && pending.every(({ done }) => done)) clearInterval(timer)
}, 50)

ws.onmessage = (event) => {
  try {
    const message = JSON.parse(event.data)
    if (message.type === 'say') {
      if (!('name' in message && 'text' in message)) throw new Error('half a message')
      show(message.name, message.text)
    } else if (message.type === 'answer' && !pending[message.id].done) {
      pending[message.id].done = true
      console.log(pending[message.id].name + ' -> ' + message.text)
    }
  } catch (error) {
    console.warn(error.message)
  }
}
