// Twenty numbered messages, one every half second. The connection drops after every fourth one.
//
// A client that comes back sends {"type":"resume","after":4} and gets what it missed. If no client
// comes back for five seconds, the next one starts over.
import { WebSocketServer } from 'ws'

const last = 20
const server = new WebSocketServer({ port: 8080 })
let history = []
let timer
let forgetting

server.on('connection', (socket) => {
  clearTimeout(forgetting)
  timer ??= begin()
  let sent = history.length
  let left = 4

  socket.catchUp = () => {
    while (sent < history.length && left > 0) {
      socket.send(JSON.stringify(history[sent]))
      sent += 1
      left -= 1
    }
    if (left === 0 && sent < last) socket.terminate()
  }

  socket.on('message', (data) => {
    const after = resumedAfter(data)
    if (after === undefined) return
    sent = after
    socket.catchUp()
  })

  socket.on('close', () => {
    if (server.clients.size === 0) forgetting = setTimeout(forget, 5000)
  })
})

function begin() {
  return setInterval(() => {
    history.push({ type: 'message', number: history.length + 1 })
    for (const socket of server.clients) socket.catchUp?.()
    if (history.length === last) clearInterval(timer)
  }, 500)
}

function forget() {
  clearInterval(timer)
  timer = undefined
  history = []
}

/** The number after which a client asks to go on; undefined where it asks for something else. */
function resumedAfter(data) {
  try {
    const { type, after } = JSON.parse(data)
    return type === 'resume' && Number.isInteger(after) && after >= 0 ? after : undefined
  } catch {
    return undefined
  }
}
