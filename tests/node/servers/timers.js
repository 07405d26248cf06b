import { setTimeout as sleep, setInterval as every } from 'timers/promises'
import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({ port: 8080 })
wss.on('connection', async (ws) => {
  ws.send('now')
  await sleep(20)
  ws.send('after 20')
  let n = 0
  for await (const value of every(10, 'tick')) {
    ws.send(`${value} ${++n}`)
    if (n === 3) break
  }
  const t = setTimeout(() => ws.send('never'), 10)
  clearTimeout(t)
  setImmediate((a, b) => ws.send(`immediate ${a}${b}`), 1, 2)
  const timer = setTimeout(() => ws.close(1000, 'done'), 30).unref()
  console.log(timer.hasRef(), typeof timer.refresh, typeof timer[Symbol.toPrimitive]())
})
