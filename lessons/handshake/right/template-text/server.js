import * as crypto from 'node:crypto'
import http from 'node:http'

const acceptFor = (key) => {
  const hash = crypto.createHash('sha1')
  hash.update(key)
  hash.update('258EAFA5-E914-47DA-95CA-C5AB0DC85B11')
  return hash.digest().toString('base64')
}

for (const key of ['dGhlIHNhbXBsZSBub25jZQ==', 'sN9cRrP/n9NdMgdcy2VJFQ==']) {
  console.info(`${key} -> ${acceptFor(key)}`)
}

http
  .createServer()
  .on('upgrade', ({ headers }, socket) => {
    const head = `HTTP/1.1 101 Hello
connection: keep-alive, upgrade
upgrade: WebSocket
sec-websocket-accept: ${acceptFor(headers['sec-websocket-key'])}

`
    socket.write(head.replaceAll('\n', '\r\n'))
  })
  .listen(8080)
