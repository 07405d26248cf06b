/**
 * Says what it is sent. The query of a URL says what it answers: `realm` asks for a user and a
 * password, `accept` says which are right; without it any are.
 */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

/** @param {string} [authorization] */
const decoded = (authorization) =>
  authorization && Buffer.from(authorization.slice('Basic '.length), 'base64').toString()

/** What was asked, in order, since it was last told. */
/** @type {string[]} */
const asked = []

/** @param {import('node:http').IncomingMessage} request */
function refusal({ url = '', headers }) {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  asked.push(`${pathname} ${decoded(headers.authorization)}`)
  const challenge = searchParams.get('challenge')
  const isRight = [null, decoded(headers.authorization)].includes(searchParams.get('accept'))
  if (challenge === null || (headers.authorization !== undefined && isRight)) return undefined
  return challenge
}

const server = createServer((_request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*').end('here')
})
const sockets = new WebSocketServer({ noServer: true })
server.on('upgrade', (request, socket, head) => {
  const challenge = refusal(request)
  if (challenge !== undefined) {
    const field = challenge === '' ? '' : `WWW-Authenticate: ${challenge}\r\n`
    socket.end(
      `HTTP/1.1 401 Unauthorized\r\n${field}Connection: close\r\nContent-Length: 2\r\n\r\nno`,
    )
    return
  }
  sockets.handleUpgrade(request, socket, head, (client) => client.send(asked.splice(0).join(', ')))
})
server.listen(8080)
