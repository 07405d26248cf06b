import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

function repeat(ws, text) {
  const [first = '', second = '', ...rest] = text
  ws.send(first, { fin: false })
  ws.send(second, { fin: false })
  ws.ping(Buffer.from('还在吗？'))
  ws.send(rest.join(''))
}

async function tell(ws) {
  const source = words()
  let next = await source.next()
  while (!next.done) {
    const word = next.value
    ws.send(word, { fin: false })
    next = await source.next()
  }
  ws.send('')
}

async function* words() {
  for (const word of ['Once ', 'upon ', 'a ', 'time.']) {
    await new Promise((go) => setTimeout(go, 200))
    yield word
  }
}
