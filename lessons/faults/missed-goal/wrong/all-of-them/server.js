import { createServer } from 'node:http'

const goals = []
// Those who have all of them, and wait for the next.
const waiting = new Map()

const server = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  const { searchParams } = new URL(request.url, 'http://x')
  const after = Number(searchParams.get('after'))
  waiting.set(response, after)
  response.on('close', () => waiting.delete(response))
  tell()
})

function tell() {
  for (const [response, after] of waiting) {
    if (after >= goals.length) continue
    response.end(JSON.stringify(goals))
    waiting.delete(response)
  }
}

function goal(score) {
  console.log(score)
  goals.push(score)
  tell()
}

server.listen(8080)

// The match.
setTimeout(goal, 1000, '1 : 0')
setTimeout(goal, 3000, '1 : 1')
setTimeout(goal, 3030, '2 : 1')
setTimeout(goal, 3060, '3 : 1')
setTimeout(goal, 6000, '3 : 2')
