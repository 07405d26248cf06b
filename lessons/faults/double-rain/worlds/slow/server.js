// Needs longer each time, up to seven seconds.
import { WebSocketServer } from 'ws'

let readyAt = 0
let hour = 6

const server = new WebSocketServer({
  port: 8080,
  verifyClient(info, done) {
    setTimeout(done, readyAt - Date.now(), true)
  },
})

function restart(duration) {
  readyAt = Date.now() + duration
  for (const client of server.clients) client.terminate()
}

setTimeout(restart, 3_700, 2_500)
setTimeout(restart, 12_300, 7_000)

setInterval(() => {
  hour += 1
  for (const client of server.clients) client.send(hour + ':00, rain')
}, 2_500)
