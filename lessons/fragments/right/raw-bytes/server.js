import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, { url }) => {
  if (url === '/story') tell(ws)
  else ws.on('message', (data) => repeat(ws, `${data}`))
})

function repeat(ws, text) {
  const bytes = Buffer.from(text)
  const cuts = [0, bytes.length, bytes.length, bytes.length]
  if (bytes.length > 2) {
    cuts[1] = Math.floor(bytes.length / 3)
    cuts[2] = cuts[1] * 2
  }
  const heads = [0x01, 0x00, 0x80]
  const frames = heads.map((head, i) => {
    const part = bytes.subarray(cuts[i], cuts[i + 1])
    return Buffer.concat([Buffer.of(head, part.length), part])
  })
  const ping = Buffer.from([0x89, 2, 0x68, 0x69])
  frames.splice(2, 0, ping)
  ws._socket.write(Buffer.concat(frames))
}

async function tell(ws) {
  let first = true
  const write = (fin, word) => {
    const payload = Buffer.from(word)
    const opcode = first ? 1 : 0
    first = false
    const head = Buffer.of((fin << 7) | opcode, payload.length)
    ws._socket.write(Buffer.concat([head, payload]))
  }
  for await (const word of words()) write(0, word)
  write(1, '')
}

async function* words() {
  for (const word of ['Once ', 'upon ', 'a ', 'time.']) {
    await new Promise((go) => setTimeout(go, 200))
    yield word
  }
}
