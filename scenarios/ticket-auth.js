// Wants {"type":"auth","ticket":"let-me-in"} as the first message, within five seconds.
import { WebSocketServer } from 'ws'

const ticket = 'let-me-in'
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  let known = false
  const timer = setTimeout(() => socket.close(4408, 'no ticket in time'), 5000)

  socket.on('message', (data, isBinary) => {
    if (known) {
      socket.send(data, { binary: isBinary })
      return
    }

    clearTimeout(timer)
    known = isTicket(data)
    if (known) socket.send(JSON.stringify({ type: 'welcome' }))
    else socket.close(4401, 'wrong ticket')
  })

  socket.on('close', () => clearTimeout(timer))
})

function isTicket(data) {
  try {
    const message = JSON.parse(data)
    return message.type === 'auth' && message.ticket === ticket
  } catch {
    return false
  }
}
