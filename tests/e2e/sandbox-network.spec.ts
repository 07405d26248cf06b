import type { TraceEvent } from '../../src/core/trace/event.ts'
import type { RunRequest } from '../../src/sandbox/host/run.ts'
import { expect, test } from './sandbox/fixtures.ts'
import type { ObservedRun } from './sandbox/harness.ts'

function builtIn(client: string, server: string, more: Partial<RunRequest> = {}): RunRequest {
  return {
    program: { 'client.js': client, 'server.js': server },
    endpoint: {
      kind: 'built-in',
      seed: 1,
      conditions: { latency: 20, jitter: 0, bandwidth: null },
    },
    routed: true,
    until: 10_000,
    inputs: [],
    ...more,
  }
}

const echo = `
  import { WebSocketServer } from 'ws'
  new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  })
`

function printed(run: ObservedRun): string[] {
  return run.events
    .filter((event): event is Extract<TraceEvent, { type: 'consoleMessage' }> => {
      return event.type === 'consoleMessage'
    })
    .map(({ arguments: values }) =>
      values.map((value) => ('text' in value ? value.text : value.kind)).join(' '),
    )
}

test('a run ends when nothing is scheduled, before its `until`', async ({ harness }) => {
  const run = await harness.run(builtIn('new WebSocket("ws://localhost:8080")', echo))
  expect(run.ended).toEqual({ reason: 'idle', time: 80 })
})

test('a program fetches and listens to a stream of the server in the page', async ({ harness }) => {
  const run = await harness.run(
    builtIn(
      `const source = new EventSource('/events')
       source.addEventListener('tick', ({ data }) => {
         console.log(data)
         source.close()
       })
       const response = await fetch('https://api.example/poll')
       console.log(await response.text(), response.url)`,
      `import process from 'node:process'
       import { Buffer } from 'node:buffer'
       import { createServer } from 'node:http'
       createServer((request, response) => {
         if (request.url === '/poll') {
           setTimeout(() => response.end(Buffer.from('late ' + typeof process.nextTick)), 1000)
           return
         }
         response.writeHead(200, { 'Content-Type': 'text/event-stream' })
         response.write('event: tick\\ndata: now\\n\\n')
       }).listen(8080)`,
    ),
  )
  expect(printed(run)).toEqual(['now', 'late function https://api.example/poll'])
  expect(run.ended?.reason).toBe('idle')
  const tick = run.events.find(
    (event) => event.type === 'eventSourceMessage' && event.side === 'client',
  )
  expect(tick?.source).toMatchObject({ file: 'client.js', line: 2 })
})

test('a run is repeated with an intervention', async ({ harness }) => {
  const client = `const socket = new WebSocket('ws://localhost:8080')
    socket.onopen = () => [1, 2, 3].forEach((each) => setTimeout(() => socket.send(each), each * 100))
    socket.onmessage = ({ data }) => console.log(data)`
  const before = await harness.run(builtIn(client, echo))
  expect(printed(before)).toEqual(['1', '2', '3'])
  const again = await harness.run(builtIn(client, echo))
  expect(again.events).toEqual(before.events)

  const [, second] = before.events.filter((event) => event.type === 'frameSent')
  const seq = second?.seq ?? -1
  const after = await harness.run(
    builtIn(client, echo, { interventions: [{ kind: 'dropFrame', seq }] }),
  )
  expect(after.events.slice(0, seq + 1)).toEqual(before.events.slice(0, seq + 1))
  expect(after.events[seq + 1]).toMatchObject({ type: 'intervention', kind: 'dropFrame' })
  expect(printed(after)).toHaveLength(2)
})

test('a value of any size is printed', async ({ harness }) => {
  const cube =
    'Array.from({ length: 60 }, () => Array.from({ length: 60 }, () => Array(60).fill(0)))'
  const run = await harness.run(builtIn(`console.log(${cube})\nconsole.log('after')`, echo))
  expect(printed(run)).toEqual(['array', 'after'])
})

test('a second page of another origin runs in the same browser, and its events say so', async ({
  harness,
  guard,
}) => {
  guard.expectProblem(/^uncaught: nobody is not defined$/)
  const server = `
    import { createServer } from 'node:http'
    import { WebSocketServer } from 'ws'
    const http = createServer((request, response) => {
      response.setHeader('Set-Cookie', 'session=1; Secure; SameSite=None')
      response.end('a secret')
    })
    new WebSocketServer({ server: http }).on('connection', (socket, { headers }) => {
      socket.send(headers.origin + ' ' + headers.cookie)
    })
    http.listen(8080)
  `
  const attacker = `
    const ws = new WebSocket('wss://chat.example/')
    ws.onmessage = ({ data }) => console.log(data, typeof document, location.host)
    const response = await fetch('https://chat.example/').catch((error) => error)
    console.log(response.message)
    nobody.knows()`
  const request = builtIn("await fetch('https://chat.example/')", server, {
    origin: 'https://chat.example',
    attacker: { origin: 'https://prizes.example', at: 1500 },
  })
  const run = await harness.run({
    ...request,
    program: { ...request.program, 'attacker.js': attacker },
  })
  expect(printed(run)).toEqual([
    'https://prizes.example session=1 undefined prizes.example',
    'Failed to fetch',
  ])
  expect(run.events.find(({ type }) => type === 'created')).toMatchObject({
    page: 'https://prizes.example',
  })
  const made = run.events.find((event) => event.type === 'apiCall' && event.api === 'WebSocket')
  expect(made).toMatchObject({ source: { file: 'attacker.js', line: 2, column: 16 } })
  expect(run.events.find(({ type }) => type === 'uncaughtError')).toMatchObject({
    side: 'client',
    name: 'ReferenceError',
    source: { file: 'attacker.js', line: 6, column: 5 },
  })
})
