// Ends each stream after three events.
import { createServer } from 'node:http'

let number = 500
const streams = new Set()

setInterval(() => {
  number += 7
  const text = JSON.stringify({ type: 'time', number })
  for (const stream of streams) {
    stream.response.write(`id: ${number}\ndata: ${text}\n\n`)
    stream.told += 1
    if (stream.told === 3) stream.response.end()
  }
}, 900)

const server = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  if (request.url !== '/events') {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ type: 'time', number }))
    return
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write('retry: 500\n\n')
  const stream = { response, told: 0 }
  streams.add(stream)
  response.on('close', () => streams.delete(stream))
})

server.listen(8080)
