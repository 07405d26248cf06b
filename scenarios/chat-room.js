// A chat room with two bots: one greets everyone who joins, the other answers questions.
//
// Clients send {"type":"join","name":"Ada"}, then {"type":"message","text":"Hello"}.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
let number = 0

/** Sends an event to everyone who has joined, numbered so that all see the same order. */
function tell(event) {
  number += 1
  const text = JSON.stringify({ number, ...event })
  for (const socket of server.clients) {
    if (socket.name) socket.send(text)
  }
}

function isText(value) {
  return typeof value === 'string' && value !== ''
}

function say(name, text, delay) {
  setTimeout(() => tell({ type: 'message', name, text }), delay)
}

server.on('connection', (socket) => {
  const refuse = (reason) => socket.send(JSON.stringify({ type: 'error', reason }))

  socket.on('message', (data) => {
    let event
    try {
      event = JSON.parse(data)
    } catch {
      refuse('That is not JSON')
      return
    }

    if (event?.type === 'join' && isText(event.name)) {
      socket.name = event.name
      tell({ type: 'join', name: socket.name })
      say('Greeter', `Welcome, ${socket.name}!`, 400)
    } else if (event?.type === 'message' && isText(event.text) && socket.name) {
      const { text } = event
      tell({ type: 'message', name: socket.name, text })
      if (text.endsWith('?')) say('Oracle', 'Ask the frames.', 700)
    } else {
      refuse('Join first, then send messages')
    }
  })

  socket.on('close', () => {
    if (socket.name) tell({ type: 'leave', name: socket.name })
  })
})
