import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

const repeat = (ws, text) => {
  ws.send('', { fin: false })
  ws.send('', { fin: false })
  ws.ping(text.length)
  ws.send(text)
}

async function tell(ws) {
  for await (const word of words()) {
    ws.send(word, { fin: false })
  }
  ws.send('', { fin: true })
}

async function* words() {
  for (const word of ['Once ', 'upon ', 'a ', 'time.']) {
    await new Promise((go) => setTimeout(go, 200))
    yield word
  }
}
