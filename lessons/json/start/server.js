import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const delays = { Ada: 900, Bo: 300 }

server.on('connection', (socket) => {
  const reply = (message) => {
    socket.send(JSON.stringify(message))
  }
  reply({ type: 'say', name: 'Ada', text: 'Hi!' })

  socket.on('message', (data) => {
    const { type, id, name, text } = read(data)
    if (type === 'say') {
      tellAll({ type, name, text })
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

function tellAll(message) {
  for (const client of server.clients) {
    client.send(JSON.stringify(message))
  }
}
