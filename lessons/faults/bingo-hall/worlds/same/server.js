import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const numbers = [17, 42, 42, 8]

// One every two seconds.
const calling = setInterval(() => {
  const number = numbers.shift()
  if (number === undefined) clearInterval(calling)
  else tell(number)
}, 2000)

function tell(number) {
  for (const client of server.clients) {
    client.send(`${number}`)
  }
}
