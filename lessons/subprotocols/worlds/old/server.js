// Speaks v1.chat, and refuses to guess: a client that offers other names only gets none.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  handleProtocols: (offered) => (offered.has('v1.chat') ? 'v1.chat' : false),
})

server.on('connection', (socket) => {
  const reply = (message) => socket.send(JSON.stringify(message))
  reply({ type: 'say', name: 'Cy', text: 'Ahoy!' })

  socket.on('message', (data) => {
    const { type, id, name, text } = read(data)
    if (type === 'say' && name) reply({ type, name, text })
    else if (type === 'ask') reply({ type: 'answer', id, text: 'just now' })
    else reply({ type: 'error', text: `What is ${data}?` })
  })
})

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}
