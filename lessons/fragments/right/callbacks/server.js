import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

function repeat(ws, text) {
  const bytes = Buffer.from(text)
  const options = { binary: false, fin: false }
  ws.send(bytes.subarray(0, 2), options, () => {
    ws.ping(Buffer.of(7), undefined, () => {
      ws.send(bytes.subarray(2, 3), options, () => {
        ws.send(bytes.subarray(3), { binary: false })
      })
    })
  })
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
