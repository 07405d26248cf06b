import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

function repeat(ws, text) {
  for (const part of [text.slice(0, 1), text.slice(1, 2), text.slice(2)]) {
    ws.send(part, false)
    ws.ping('?')
  }
}

async function tell(ws) {
  let story = ''
  for await (const word of words()) {
    story += word
  }
  ws.send(story)
}

async function* words() {
  for (const word of ['Once ', 'upon ', 'a ', 'time.']) {
    await new Promise((go) => setTimeout(go, 200))
    yield word
  }
}
