import { createServer } from 'node:http'

const pages = new Set()

const server = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Content-Type', 'text/event-stream')
  response.flushHeaders()
  pages.add(response)
  response.on('close', () => pages.delete(response))
})

function goal(score) {
  console.log(score)
  for (const page of pages) page.write(`data: ${score}\n\n`)
}

server.listen(8080)

// The match.
setTimeout(goal, 1000, '1 : 0')
setTimeout(goal, 3000, '1 : 1')
setTimeout(goal, 3030, '2 : 1')
setTimeout(goal, 3060, '3 : 1')
setTimeout(goal, 6000, '3 : 2')
