// Asks for texts of every length of header.
import { WebSocketServer } from 'ws'

const lengths = [125, 126, 300, 65_535, 65_536, 70_000]
const key = [0x0f, 0xa5, 0x3c, 0xf0]
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws) => {
  let next = 0
  const ask = () => {
    if (next < lengths.length) ws.send(JSON.stringify({ text: 'a'.repeat(lengths[next]), key }))
  }
  ws.on('message', (data) => {
    const length = lengths[next] ?? 0
    next += 1
    ws.send(
      data.equals(frameOf(length)) ? `length ${length} is right` : `length ${length} is wrong`,
    )
    ask()
  })
  ask()
})

function frameOf(length) {
  const payload = Buffer.alloc(length, 'a').map((byte, i) => byte ^ key[i % 4])
  return Buffer.concat([headOf(length), Buffer.from(key), payload])
}

function headOf(length) {
  if (length < 126) return Buffer.of(0x81, 0x80 | length)
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = 0x81
  head[1] = 0x80 | (length < 65_536 ? 126 : 127)
  if (length < 65_536) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return head
}
