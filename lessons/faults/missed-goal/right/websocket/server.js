import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

function goal(score) {
  console.log(score)
  for (const client of server.clients) client.send(score)
}

// The match.
setTimeout(goal, 1000, '1 : 0')
setTimeout(goal, 3000, '1 : 1')
setTimeout(goal, 3030, '2 : 1')
setTimeout(goal, 3060, '3 : 1')
setTimeout(goal, 6000, '3 : 2')
