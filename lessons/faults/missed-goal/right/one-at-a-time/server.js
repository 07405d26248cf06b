import { createServer } from 'node:http'
import { once, EventEmitter } from 'node:events'

const goals = []
const scored = new EventEmitter()

const server = createServer(async (request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  const number = Number(request.url.split('/').at(-1))
  while (goals[number] === undefined) await once(scored, 'goal')
  response.end(goals[number])
})

function goal(score) {
  console.log(score)
  goals.push(score)
  scored.emit('goal')
}

server.listen(8080)

// The match.
setTimeout(goal, 1000, '1 : 0')
setTimeout(goal, 3000, '1 : 1')
setTimeout(goal, 3030, '2 : 1')
setTimeout(goal, 3060, '3 : 1')
setTimeout(goal, 6000, '3 : 2')
