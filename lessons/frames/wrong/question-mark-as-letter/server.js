import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws, request) => {
  const { socket, url } = request
  const text = Buffer.from(url)
  const header = Buffer.of(0x81, text.length)
  const ping = Buffer.of(0x89, 1, '?')
  socket.write(Buffer.concat([header, text, ping]))

  const key = [0x37, 0xfa, 0x21, 0x3d]
  ws.send(JSON.stringify({ text: 'Hello', key }))

  ws.on('message', (data) => {
    ws.send(readFrame(data))
  })
})

function readFrame(bytes) {
  const masked = (bytes[1] & 0x80) !== 0
  let length = bytes[1] & 0x7f
  let start = 2
  if (length === 126) {
    length = bytes.readUInt16BE(2)
    start = 4
  } else if (length === 127) {
    length = Number(bytes.readBigUInt64BE(2))
    start = 10
  }
  if (!masked) return 'a client masks every frame'

  const key = bytes.subarray(start, start + 4)
  const payload = bytes.subarray(start + 4)
  if (payload.length !== length) {
    return `not ${payload.length} bytes, but ${length}`
  }
  const text = payload.map((byte, i) => byte ^ key[i % 4])
  return `header ${start + 4}, text ${text.toString()}`
}
