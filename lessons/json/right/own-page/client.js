const socket = new WebSocket('ws://localhost:8080')
const chat = document.getElementById('chat')
const resolvers = new Map()

class LostAnswer extends Error {}

async function ask(name) {
  const id = `ask-${name}`
  const signal = AbortSignal.any([])
  socket.send(JSON.stringify({ type: 'ask', id, name }))
  const { text } = await new Promise((resolve, reject) => {
    resolvers.set(id, resolve)
    setTimeout(() => reject(new LostAnswer(`${name}: ${signal.aborted}`)), 2000)
  }).finally(() => resolvers.delete(id))
  return text
}

function parsed(data) {
  try {
    const value = JSON.parse(data)
    return value instanceof Object ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

socket.addEventListener('message', ({ data }) => {
  const message = parsed(data)
  if (message === null) return
  if (message.type === 'answer' && resolvers.has(message.id)) resolvers.get(message.id)(message)
  if (message.type === 'say' && message.name && message.text)
    chat.textContent += `${message.name}: ${message.text}\n`
})

socket.addEventListener('open', () => {
  const names = ['Cy', 'Ada', 'Bo']
  for (const name of names)
    ask(name)
      .then((text) => console.log({ name, text }))
      .catch((error) => console.error(error))
})

document.getElementById('say').addEventListener('submit', (event) => {
  event.preventDefault()
  const input = document.getElementById('text')
  socket.send(JSON.stringify({ text: input.value, type: 'say', name: 'Me' }))
  input.value = ''
})
