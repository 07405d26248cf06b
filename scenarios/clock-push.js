// One clock, four ways to follow it. They differ only in how the news travels:
//   polling             GET /now             the time, at once
//   long polling        GET /next?after=3    the time, when the clock has gone beyond 3
//   server-sent events  GET /events          a stream, an event each second
//   WebSocket           /                    a message each second
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const start = Date.now()
const waiting = new Set()
let timer

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(`http://clock${request.url}`)
  // Lets a page of another origin read it.
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Cache-Control', 'no-store')

  if (pathname === '/now') {
    answer(response)
  } else if (pathname === '/next') {
    const after = Number(searchParams.get('after') ?? seconds())
    if (seconds() > after) {
      answer(response)
      return
    }
    const stop = onTick(() => {
      if (seconds() <= after) return
      stop()
      answer(response)
    })
    response.on('close', stop)
  } else if (pathname === '/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.flushHeaders()
    const stop = onTick(() => response.write(`id: ${seconds()}\ndata: ${time()}\n\n`))
    response.on('close', stop)
  } else {
    response.writeHead(404, { 'Content-Type': 'text/plain' })
    response.end('There are /now, /next?after=<number>, /events, and a WebSocket.\n')
  }
})

new WebSocketServer({ server }).on('connection', (socket) => {
  const stop = onTick(() => socket.send(time()))
  socket.on('close', stop)
})

server.listen(8080)

function answer(response) {
  response.setHeader('Content-Type', 'application/json')
  response.end(time())
}

/** How many seconds the clock has counted. A timer may be early or late by some milliseconds. */
function seconds() {
  return Math.floor((Date.now() - start + 20) / 1000)
}

function time() {
  return JSON.stringify({ type: 'time', number: seconds(), time: new Date().toISOString() })
}

/** Calls `tell` every second until the function it returns is called. */
function onTick(tell) {
  waiting.add(tell)
  if (waiting.size === 1) wait()

  return () => {
    waiting.delete(tell)
    if (waiting.size === 0) clearTimeout(timer)
  }
}

function wait() {
  const next = start + (seconds() + 1) * 1000
  timer = setTimeout(tick, next - Date.now())
}

function tick() {
  wait()
  for (const tell of [...waiting]) tell()
}
