import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import { WebSocketServer } from 'ws'

const LIFETIME = 3000

// Whose session it is, and whose ticket.
const sessions = new Map()
const tickets = new Map()
const said = [{ from: 'Bo', text: 'The key is under the mat' }]

const http = createServer((request, response) => {
  const [, path, name] = request.url.split('/')
  const session = sessionOf(request)
  const user = sessions.get(session)

  if (path === 'login') {
    const session = randomUUID()
    sessions.set(session, name)
    const cookie = `session=${session}; Path=/; HttpOnly`
    const rest = 'Secure; SameSite=None'
    response.setHeader('Set-Cookie', `${cookie}; ${rest}`)
    response.end('{}')
  } else if (path === 'ticket' && user) {
    const ticket = randomUUID()
    tickets.set(ticket, user)
    response.end(JSON.stringify({ ticket }))
  } else if (path === 'logout' && user) {
    sessions.delete(session)
    response.end('{}')
  } else {
    response.writeHead(401).end('{}')
  }
})

const server = new WebSocketServer({ noServer: true })

http.on('upgrade', (request, socket, head) => {
  server.handleUpgrade(request, socket, head, (ws) => {
    listen(ws)
  })
})

http.listen(8080)

// No cookie counts here: the first message has to show a ticket.
function listen(ws) {
  ws.expiry = setTimeout(() => ws.close(4401, 'No ticket'), 3000)
  ws.on('message', (data) => {
    const { type, ticket, text } = read(data)
    if (type === 'auth') {
      showTicket(ws, ticket)
    } else if (ws.user === undefined) {
      ws.close(4401, 'No ticket')
    } else if (type === 'say') {
      broadcast({ type, from: ws.user, text })
    }
  })
  ws.on('close', () => clearTimeout(ws.expiry))
}

function enter(ws, user, expiresIn) {
  const isNew = ws.user === undefined
  ws.user = user
  tell(ws, { type: 'welcome', name: user, expiresIn })
  if (!isNew) return
  for (const { from, text } of said) {
    tell(ws, { type: 'say', from, text })
  }
}

// A ticket is good for one use.
function showTicket(ws, ticket) {
  const user = tickets.get(ticket)
  tickets.delete(ticket)
  if (user === undefined) {
    ws.close(4401, 'No such ticket')
    return
  }
  enter(ws, user, LIFETIME)
  clearTimeout(ws.expiry)
  ws.expiry = setTimeout(() => {
    ws.close(4401, 'Your time is up')
  }, LIFETIME)
}

function broadcast(message) {
  console.log(`${message.from}: ${message.text}`)
  for (const ws of server.clients) {
    if (ws.user) tell(ws, message)
  }
}

function tell(ws, message) {
  ws.send(JSON.stringify(message))
}

function sessionOf({ headers }) {
  const cookie = headers.cookie ?? ''
  return /session=([\w-]+)/.exec(cookie)?.[1]
}

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}
