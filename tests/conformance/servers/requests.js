/** Answers by the path, to pages of any origin. */
import { createServer } from 'node:http'

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  response.setHeader('Access-Control-Allow-Origin', '*')
  // Else Chromium holds a body back until it knows what it is.
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (pathname === '/echo') {
    response.setHeader('Content-Type', 'text/plain')
    request.pipe(response)
  } else if (pathname === '/pieces') {
    response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': '6' })
    response.write('one')
    setTimeout(() => response.end('two'), 300)
  } else if (pathname === '/json') {
    response.setHeader('Content-Type', 'application/json').end('{"a":[1]}')
  } else if (pathname === '/nothing') {
    response.writeHead(204).end()
  } else if (pathname === '/moved') {
    response.writeHead(302, { Location: '/json' }).end()
  } else if (pathname === '/slow') {
    setTimeout(() => response.end('late'), 2000)
  } else if (pathname === '/cut') {
    response.writeHead(200, { 'Content-Length': '100' })
    response.write('only this')
    setTimeout(() => request.socket.destroy(), 100)
  } else {
    response.statusCode = 404
    response.statusMessage = 'Nowhere'
    response.end('no')
  }
}).listen(8080)
