import { AsyncLocalStorage } from 'async_hooks'
import { WebSocketServer } from 'ws'
const storage = new AsyncLocalStorage()
let next = 0
const log = (text) => console.log(`${storage.getStore()?.id ?? '-'}: ${text}`)
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
async function handle(ws, text) {
  log(`begins ${text}`)
  await pause(10)
  log(`goes on ${text}`)
  setTimeout(() => {
    log('timer')
    ws.send(`${storage.getStore().id} ${text}`)
  }, 5)
}
const wss = new WebSocketServer({ port: 8080 })
wss.on('connection', (ws) => {
  ws.on('message', (data) => storage.run({ id: ++next }, () => handle(ws, `${data}`)))
})
log('outside')
