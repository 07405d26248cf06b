/**
 * Says which cookies it is sent and sets those of the query: `set`, each a `Set-Cookie`. A path of
 * three digits refuses the handshake with that status. `/closed` lets no other origin read it.
 */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

/** @param {import('node:http').IncomingMessage} request */
function read({ url = '', headers }) {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  return { pathname, set: searchParams.getAll('set'), cookie: headers.cookie ?? 'none' }
}

const server = createServer((request, response) => {
  const { pathname, set, cookie } = read(request)
  if (pathname !== '/closed') {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*')
    response.setHeader('Access-Control-Allow-Credentials', 'true')
  }
  if (set.length > 0) response.setHeader('Set-Cookie', set)
  if (pathname === '/page') {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Page</title>')
  } else if (pathname.endsWith('/events')) {
    response.setHeader('Content-Type', 'text/event-stream').end(`data: ${cookie}\n\n`)
  } else if (pathname.endsWith('/moved')) {
    response.writeHead(302, { Location: '/after' }).end()
  } else response.end(cookie)
})
const sockets = new WebSocketServer({ noServer: true })
sockets.on('headers', (headers, request) => {
  for (const text of read(request).set) headers.push(`Set-Cookie: ${text}`)
})
server.on('upgrade', (request, socket, head) => {
  const { pathname, set, cookie } = read(request)
  const [, status] = /^\/(\d{3})$/.exec(pathname) ?? []
  if (status !== undefined) {
    const fields = set.map((text) => `Set-Cookie: ${text}\r\n`).join('')
    socket.end(`HTTP/1.1 ${status} No\r\n${fields}Connection: close\r\n\r\n`)
    return
  }
  sockets.handleUpgrade(request, socket, head, (client) => client.send(cookie))
})
server.listen(8080)
