import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

function repeat(ws, text) {
  const bytes = Buffer.from(text)
  ws._socket.write(Buffer.of(0x01, 1, bytes[0]))
  ws.ping('still there?')
  ws._socket.write(Buffer.of(0x01, 1, bytes[1]))
  ws._socket.write(
    Buffer.concat([
      Buffer.of(0x81, bytes.length - 2),
      bytes.subarray(2),
    ]),
  )
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
