import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

class Parts {
  constructor(ws) {
    this.ws = ws
  }

  send(parts) {
    parts.forEach((part, i) => {
      const fin = i === parts.length - 1
      this.ws.send(part, { binary: false, fin })
      if (i === 0) this.ws.ping(String(Date.now()))
    })
  }
}

function repeat(ws, text) {
  const bytes = Buffer.from(text)
  const none = Buffer.alloc(0)
  new Parts(ws).send([none, bytes, none])
}

async function tell(ws) {
  let words_ = 0
  for await (const word of words()) {
    words_ += 1
    ws.send(word, { fin: words_ === 4 })
  }
}

async function* words() {
  for (const word of ['Once ', 'upon ', 'a ', 'time.']) {
    await new Promise((go) => setTimeout(go, 200))
    yield word
  }
}
