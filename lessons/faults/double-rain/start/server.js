import { WebSocketServer } from 'ws'

let readyAt = 0
let hour = 6

const server = new WebSocketServer({
  port: 8080,
  verifyClient(info, done) {
    setTimeout(done, readyAt - Date.now(), true)
  },
})

// Restarts, and needs 1.5 seconds for that.
setTimeout(() => {
  readyAt = Date.now() + 1_500
  for (const client of server.clients) client.terminate()
}, 3_700)

setInterval(() => {
  hour += 1
  for (const client of server.clients) {
    client.send(hour + ':00, rain')
  }
}, 2_500)
