import { createServer } from 'node:http'

const sirens = new Set()

const server = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  if (request.url === '/warnings') listen(response)
  else read(request, response)
})

function listen(response) {
  const type = { 'Content-Type': 'text/event-stream' }
  response.writeHead(200, type)
  response.flushHeaders()
  sirens.add(response)
  response.on('close', () => sirens.delete(response))
}

function read(request, response) {
  let text = ''
  request.setEncoding('utf8')
  request.on('data', (part) => (text += part))
  request.on('end', () => {
    for (const siren of sirens) {
      for (const line of text.split('\n')) {
        siren.write(`data: ${line}\n\n`)
      }
    }
    response.end()
  })
}

server.listen(8080)
