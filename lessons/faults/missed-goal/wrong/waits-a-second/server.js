import { createServer } from 'node:http'

// Those who have asked, and wait for the next goal.
const waiting = new Set()

const server = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  waiting.add(response)
  response.on('close', () => waiting.delete(response))
})

function goal(score) {
  console.log(score)
  for (const response of waiting) response.end(score)
  waiting.clear()
}

server.listen(8080)

// The match.
setTimeout(goal, 1000, '1 : 0')
setTimeout(goal, 3000, '1 : 1')
setTimeout(goal, 4030, '2 : 1')
setTimeout(goal, 5060, '3 : 1')
setTimeout(goal, 7000, '3 : 2')
