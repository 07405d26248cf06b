// Asks for frames that no text of the lesson names, one after the other.
import { WebSocketServer } from 'ws'

const asked = [
  { text: 'Grüße', key: [0x11, 0x00, 0xff, 0x80] },
  { text: '汉字', key: [0xde, 0xad, 0xbe, 0xef] },
  { text: '', key: [1, 2, 3, 4] },
]
const server = new WebSocketServer({ port: 8080 })

server.on('connection', (ws) => {
  let next = 0
  const ask = () => {
    if (next < asked.length) ws.send(JSON.stringify(asked[next]))
  }
  ws.on('message', (data) => {
    const { text, key } = asked[next] ?? { text: '', key: [] }
    const payload = Buffer.from(text)
    const masked = payload.map((byte, i) => byte ^ key[i % 4])
    const wanted = Buffer.from([0x81, 0x80 | payload.length, ...key, ...masked])
    next += 1
    ws.send(wanted.equals(data) ? `frame ${next} is right` : `frame ${next} is wrong`)
    ask()
  })
  ask()
})
