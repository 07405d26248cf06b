import { performance, PerformanceObserver } from 'perf_hooks'
import { WebSocketServer } from 'ws'
const observer = new PerformanceObserver((list) => {
  for (const { name, entryType } of list.getEntries()) console.log('observed', entryType, name)
})
observer.observe({ entryTypes: ['measure'] })
performance.mark('begin')
const start = performance.now()
const wss = new WebSocketServer({ port: 8080 })
wss.on('connection', (ws) => {
  ws.on('message', () => {
    performance.mark('message')
    const measure = performance.measure('wait', 'begin', 'message')
    ws.send(`${measure.name} ${measure.duration >= 0} ${performance.now() >= start} ${process.hrtime().length} ${typeof process.hrtime.bigint()}`)
  })
})
