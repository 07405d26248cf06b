import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

const wait = (ms) => new Promise((done) => setTimeout(done, ms))

async function repeat(ws, text) {
  const points = [...text]
  const parts = [points.splice(0, 1), points.splice(0, 1), points]
  for (const [i, part] of parts.entries()) {
    ws.send(part.join(''), { fin: i === 2 })
    await wait(30)
    if (i < 2) ws.ping(`part ${i}`)
    await wait(30)
  }
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
