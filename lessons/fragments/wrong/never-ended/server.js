import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

function repeat(ws, text) {
  ws.send(text.slice(0, 1), { fin: false })
  ws.ping('still there?')
  ws.send(text.slice(1, 2), { fin: false })
  ws.send(text.slice(2), { fin: false })
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
