import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

function repeat(ws, text) {
  const bytes = Buffer.from(text)
  const part = (start, end, fin) =>
    ws.send(bytes.subarray(start, end), { binary: false, fin })
  part(0, 1, false)
  part(1, 2, false)
  part(2, bytes.length, true)
  ws.ping('still there?')
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
