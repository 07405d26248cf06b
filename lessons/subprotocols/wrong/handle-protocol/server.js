import { WebSocketServer } from 'ws'

const spoken = ['v2.chat', 'v1.chat']

const server = new WebSocketServer({
  port: 8080,
  handleProtocol: (offered) =>
    spoken.find((name) => offered.has(name)) ?? false,
})
const delays = { Ada: 900, Bo: 300 }
const ada = { name: 'Ada', id: 1 }

server.on('connection', (socket) => {
  const reply = (message) => {
    socket.send(JSON.stringify(message))
  }
  reply(say(socket, ada, 'Hi!'))

  socket.on('message', (data) => {
    const message = read(data)
    const { type, id, name, text } = message
    const from = senderOf(socket, message)
    if (type === 'say' && from) {
      tellAll(from, text)
    } else if (type === 'ask') {
      setTimeout(() => {
        if (name in delays) reply(answer(id))
      }, delays[name])
    } else {
      const text = `What is ${data}?`
      reply({ type: 'error', text })
    }
  })
})

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}

function answer(id) {
  const minutes = Math.ceil(Math.random() * 50)
  const text = `${minutes} minutes ago`
  return { type: 'answer', id, text }
}

function say({ protocol }, from, text) {
  return protocol === 'v2.chat'
    ? { type: 'say', from, text }
    : { type: 'say', name: from.name, text }
}

function senderOf({ protocol }, { from, name }) {
  if (protocol !== 'v2.chat') return name && { name, id: 0 }
  return from?.name && from.id ? from : null
}

function tellAll(from, text) {
  for (const client of server.clients) {
    client.send(JSON.stringify(say(client, from, text)))
  }
}
