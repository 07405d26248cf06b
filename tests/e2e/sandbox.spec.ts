import type { TraceEvent } from '../../src/core/trace/event.ts'
import type { RunRequest } from '../../src/sandbox/host/run.ts'
import { expect, test } from './sandbox/fixtures.ts'
import type { ObservedRun } from './sandbox/harness.ts'

/** A program on a live endpoint where no server listens. */
function alone(client: string, more: Partial<RunRequest> = {}): RunRequest {
  return {
    program: { 'client.js': client },
    endpoint: { kind: 'live', url: 'ws://127.0.0.1:9/' },
    routed: true,
    until: null,
    inputs: [],
    ...more,
  }
}

function eventsOf<T extends TraceEvent['type']>(
  run: ObservedRun,
  type: T,
): Extract<TraceEvent, { type: T }>[] {
  return run.events.filter(
    (event): event is Extract<TraceEvent, { type: T }> => event.type === type,
  )
}

function printed(run: ObservedRun): unknown[][] {
  return eventsOf(run, 'consoleMessage').map((event) =>
    event.arguments.map((value) => ('text' in value ? value.text : value.kind)),
  )
}

test('a program prints', async ({ harness }) => {
  const run = await harness.run(alone('console.log("hello", 1)'))
  expect(printed(run)).toEqual([['hello', '1']])
  const [message] = eventsOf(run, 'consoleMessage')
  expect(message?.source).toEqual({ file: 'client.js', line: 1, column: 9 })
  expect(run.ended?.reason).toBe('idle')
})

test('an uncaught error, a rejection and a syntax error have their places', async ({
  harness,
  guard,
}) => {
  guard.expectProblem(/uncaught/)
  const thrown = await harness.run(alone('let a = 1\nfor (;;) { throw new RangeError("no") }'))
  expect(eventsOf(thrown, 'uncaughtError')).toMatchObject([
    {
      kind: 'exception',
      name: 'RangeError',
      message: 'no',
      source: { file: 'client.js', line: 2, column: 18 },
    },
  ])

  const rejected = await harness.run(
    alone('async function f() {\n  await null\n  throw new Error("late")\n}\nf()'),
  )
  expect(eventsOf(rejected, 'uncaughtError')).toMatchObject([
    { kind: 'unhandledRejection', message: 'late', source: { line: 3, column: 9 } },
  ])

  const broken = await harness.run(alone('let a = 1\nlet b = = 2\nconsole.log(a)'))
  expect(eventsOf(broken, 'uncaughtError')).toMatchObject([
    { kind: 'syntaxError', name: 'SyntaxError', source: { line: 2, column: 9 } },
  ])
  expect(broken.ended?.reason).toBe('failed')
  expect(broken.unguarded).toEqual([])

  const brokenModule = await harness.run(alone('await 1\n  let b = = 2'))
  expect(eventsOf(brokenModule, 'uncaughtError')).toMatchObject([
    { kind: 'syntaxError', source: { line: 2, column: 11 } },
  ])
  expect(brokenModule.ended?.reason).toBe('failed')
})

test('what is thrown need not be an error', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const run = await harness.run(alone('throw "just text"'))
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([
    { kind: 'exception', name: '', message: 'just text', source: { line: 1 } },
  ])
})

test('a SyntaxError that a program causes is not one of its text', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const run = await harness.run(alone('console.log(1)\nJSON.parse("{")'))
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([{ kind: 'exception', source: { line: 2 } }])
  expect(run.ended?.reason).toBe('idle')
})

test('a classic script has globals, a module awaits at its top', async ({ harness }) => {
  const script = await harness.run(alone('var ws = 1\nconsole.log(window.ws)'))
  expect(printed(script)).toEqual([['1']])
  const module = await harness.run(
    alone(
      'const x = await Promise.resolve(2)\nconsole.log(x, this === undefined, typeof window.x)',
    ),
  )
  expect(printed(module)).toEqual([['2', 'boolean', 'undefined']])
})

test('a program can only import in server.js', async ({ harness }) => {
  const run = await harness.run(alone('console.log(1)\nimport WebSocket from "ws"'))
  const [error] = eventsOf(run, 'uncaughtError')
  expect(error?.message).toContain('cannot import "ws"')
  expect(error?.source).toEqual({ file: 'client.js', line: 2, column: 1 })
  expect(run.ended?.reason).toBe('failed')
})

test('an endless loop ends with an error on its line, and the page stays responsive', async ({
  harness,
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught/)
  await page.evaluate(() => {
    const meanwhile = { turns: 0 }
    Object.assign(window, { meanwhile })
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      const types = window.harness.runs[0]?.events.map(({ type }) => type) ?? []
      if (types.includes('consoleMessage') && !types.includes('uncaughtError')) meanwhile.turns += 1
      port2.postMessage(null)
    }
    port2.postMessage(null)
  })
  const run = await harness.run(alone('console.log("before")\n\nwhile (true) {\n  Math.sqrt(2)\n}'))
  expect(printed(run)).toEqual([['before']])
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([
    { kind: 'endlessLoop', source: { file: 'client.js', line: 3, column: 1 } },
  ])
  const turns = await page.evaluate(
    () => (window as unknown as { meanwhile: { turns: number } }).meanwhile.turns,
  )
  // If the loop ran in the page's thread, its event loop would not turn before the error.
  expect(turns).toBeGreaterThan(20)
})

test('loops that never return by other ways are ended too', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const programs = {
    'through promises': 'async function f() {\n  for (;;) await 0\n}\nf()',
    'through microtasks': 'function f() {\n  queueMicrotask(f)\n}\nf()',
    'past a catch':
      'function f() {\n  for (;;) {\n    try { g() } catch {}\n  }\n}\nfunction g() {}\nf()',
  }
  for (const [name, program] of Object.entries(programs)) {
    const run = await harness.run(alone(program))
    expect(eventsOf(run, 'uncaughtError')[0]?.kind, name).toBe('endlessLoop')
  }
})

test('what blocks without a guard is noticed, and stopped', async ({ harness, page }) => {
  const program =
    'console.log("before");\n/^(a+)+$/.test("a".repeat(60) + "b")\nconsole.log("after")'
  const index = await harness.start(alone(program))
  await page.waitForFunction((at) => window.harness.runs[at]?.unresponsive[0] === true, index)
  expect(printed(await harness.look(index))).toEqual([['before']])
  await harness.stop(index)
  const next = await harness.run(alone('console.log("next")'))
  expect(printed(next)).toEqual([['next']])
})

test('Stop ends everything at once', async ({ harness, page }) => {
  const index = await harness.start(alone('setInterval(() => console.log("tick"), 1)'))
  await harness.seen(index, 'consoleMessage')
  await harness.stop(index)
  const { events } = await harness.look(index)
  await expect(page.locator('iframe')).toHaveCount(1)
  const next = await harness.run(
    alone(`let ticks = 0
const id = setInterval(() => ++ticks === 50 && clearInterval(id), 1)`),
  )
  expect(eventsOf(next, 'timerFired')).toHaveLength(50)
  expect((await harness.look(index)).events).toHaveLength(events.length)
})

test('a program that leaves its page is stopped, and goes nowhere', async ({ harness, guard }) => {
  const reloaded = await harness.start(alone('location.reload()'))
  await expect.poll(async () => (await harness.look(reloaded)).failed?.kind).toBe('navigated')

  guard.expectProblem(/console error: .*frame-src 'self'/)
  const left = await harness.start(alone('location = "https://stranger.example/?secret"'))
  await expect.poll(async () => (await harness.look(left)).failed?.kind).toBe('navigated')
})

test('a program has nothing of the site', async ({ harness }) => {
  const run = await harness.run(
    alone(`const tries = [() => localStorage, () => parent.document, () => document.cookie = 'a=b']
for (const attempt of tries) {
  try { attempt(); console.log('reached') } catch (error) { console.log(error.name) }
}
console.log(origin, typeof upgrade101_begin, typeof natives)`),
  )
  expect(printed(run)).toEqual([
    ['SecurityError'],
    ['SecurityError'],
    ['SecurityError'],
    ['null', 'undefined', 'undefined'],
  ])
})

test('the page of a program is a document of its own', async ({ harness, page }) => {
  const index = await harness.start(
    alone(
      `addEventListener('load', () => console.log('loaded', document.title))
const form = document.querySelector('form')
form.addEventListener('submit', (event) => { event.preventDefault(); console.log('submitted', form.text.value) })
document.querySelector('#go').onclick = () => console.log('clicked')`,
      {
        program: {
          'client.js': `addEventListener('load', () => console.log('loaded', document.title))
const form = document.querySelector('form')
form.addEventListener('submit', (event) => {
  event.preventDefault()
  console.log('submitted', form.text.value)
})
document.querySelector('#go').onclick = () => console.log('clicked')`,
          'page.html': `<!doctype html><title>Chat</title><style>form { color: red }</style>
<form><input name="text"><button id="send">Send</button></form><button id="go">Go</button>
<script>document.body.dataset.ran = 'yes'</script><script src="client.js"></script>`,
        },
        inputs: [{ time: 20, kind: 'type', target: 'input', value: 'typed' }],
      },
    ),
  )
  await harness.seen(index, 'userInput')
  const frame = page.frameLocator('iframe').first()
  await frame.locator('#send').click()
  await frame.locator('#go').click()
  await expect(frame.locator('body')).toHaveAttribute('data-ran', 'yes')
  await expect
    .poll(async () => printed(await harness.look(index)))
    .toEqual([['loaded', 'Chat'], ['submitted', 'typed'], ['clicked']])
  const inputs = eventsOf(await harness.look(index), 'userInput')
  expect(inputs.map(({ kind, target }) => [kind, target])).toEqual([
    ['type', 'input'],
    ['click', '#send'],
    ['click', '#go'],
  ])
})

test('dialogs become entries in the console and take their answers from the input', async ({
  harness,
}) => {
  const run = await harness.run(
    alone('alert("hi")\nconsole.log(confirm("sure?"), prompt("name?"), prompt("again?"))', {
      inputs: [{ time: 0, kind: 'answer', target: 'prompt', value: 'Ada' }],
    }),
  )
  expect(eventsOf(run, 'consoleMessage').map(({ dialog }) => dialog)).toEqual([
    'alert',
    'confirm',
    'prompt',
    'prompt',
    undefined,
  ])
  expect(printed(run).at(-1)).toEqual(['boolean', 'Ada', 'null'])
})

const echoServer = `import { WebSocketServer } from 'ws'
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    socket.send(data, { binary: isBinary })
  })
})`

/** A program against a server in the page. */
function inPage(client: string, server = echoServer, more: Partial<RunRequest> = {}): RunRequest {
  return {
    program: { 'client.js': client, 'server.js': server },
    endpoint: {
      kind: 'built-in',
      seed: 7,
      conditions: { latency: 20, jitter: 0, bandwidth: null },
    },
    routed: true,
    until: null,
    inputs: [],
    ...more,
  }
}

const echoClient = `const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => {
  ws.send('hello')
}
ws.onmessage = (event) => {
  console.log(event.data, event.origin)
  ws.close()
}
ws.onclose = ({ code, wasClean }) => console.log(code, wasClean)`

test('an echo from a server in the page', async ({ harness }) => {
  const run = await harness.run(inPage(echoClient))
  expect(eventsOf(run, 'uncaughtError')).toEqual([])
  expect(printed(run)).toEqual([
    ['hello', 'wss://echo.example'],
    ['1005', 'boolean'],
  ])
  expect(run.ended?.reason).toBe('idle')
  const states = eventsOf(run, 'readyStateChanged').filter(({ side }) => side === 'client')
  expect(states.map(({ to }) => to)).toEqual([0, 1, 2, 3])
  const calls = eventsOf(run, 'apiCall').map(({ method, source }) => [method, source?.line])
  expect(calls).toContainEqual(['send', 3])
  expect(calls).toContainEqual(['close', 7])
  const fired = eventsOf(run, 'eventFired').map(({ eventType, source }) => [
    eventType,
    source?.line,
    source?.column,
  ])
  expect(fired).toEqual([
    ['open', 2, 13],
    ['message', 5, 16],
    ['close', 9, 14],
  ])
})

test('the same run gives the same trace, byte for byte', async ({ harness }) => {
  const program = `${echoClient}
setInterval(() => ws.readyState === 1 && ws.send(new Uint8Array([1, 2, Math.random() * 256])), 3)
console.log(Date.now(), performance.now(), crypto.randomUUID())`
  const request = inPage(program, echoServer, { until: 500 })
  const first = await harness.run(request)
  const second = await harness.run(request)
  expect(first.events.length).toBeGreaterThan(100)
  expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events))
  expect(first.ended).toEqual({ reason: 'until', time: 500 })
})

test('minutes of virtual time pass in moments, as far as they may', async ({ harness, page }) => {
  const program = 'setInterval(() => console.log(performance.now()), 30_000)'
  const index = await harness.start(inPage(program), 100_000)
  await expect.poll(async () => (await harness.look(index)).computedUntil).toBe(100_000)
  expect(printed(await harness.look(index))).toEqual([['30000'], ['60000'], ['90000']])
  await page.evaluate((at) => window.harness.computeUntil(at, 180_000), index)
  await expect.poll(async () => (await harness.look(index)).computedUntil).toBe(180_000)
  await page.evaluate((at) => window.harness.endAtHorizon(at), index)
  const run = await harness.end(index)
  expect(run.ended).toEqual({ reason: 'horizon', time: 180_000 })
  expect(printed(run)).toHaveLength(6)
})

test('what a server throws, or gets wrong, has its place', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const thrown = await harness.run(
    inPage(echoClient, 'const a = 1\n\nthrow new Error("no server")'),
  )
  expect(eventsOf(thrown, 'uncaughtError')).toMatchObject([
    { side: 'server', message: 'no server', source: { file: 'server.js', line: 3 } },
  ])
  expect(thrown.ended?.reason).toBe('failed')

  const broken = await harness.run(inPage(echoClient, 'const a = 1\nconst b = = 2'))
  expect(eventsOf(broken, 'uncaughtError')).toMatchObject([
    { side: 'server', kind: 'syntaxError', source: { file: 'server.js', line: 2, column: 11 } },
  ])

  const unknown = await harness.run(inPage(echoClient, '\nimport x from "express"'))
  expect(eventsOf(unknown, 'uncaughtError')).toMatchObject([
    { side: 'server', source: { file: 'server.js', line: 2, column: 1 } },
  ])

  const onFirstLine = await harness.run(inPage(echoClient, 'import "ws"; for (;;) undefined.x'))
  expect(eventsOf(onFirstLine, 'uncaughtError')).toMatchObject([
    { side: 'server', source: { file: 'server.js', line: 1, column: 33 } },
  ])

  const inHandler = await harness.run(
    inPage(echoClient, echoServer.replace('socket.send(data', 'null.x; socket.send(data')),
  )
  expect(eventsOf(inHandler, 'uncaughtError')).toMatchObject([
    { side: 'server', name: 'TypeError', source: { file: 'server.js', line: 5, column: 10 } },
  ])
})

test('an exception of the API is told with its text', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const run = await harness.run(
    inPage("const ws = new WebSocket('ws://x/')\n\nws.send('too early')"),
  )
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([
    { name: 'InvalidStateError', source: { file: 'client.js', line: 3, column: 4 } },
  ])
})

test('an endless loop in the server ends with an error on its line', async ({ harness }) => {
  const server = echoServer.replace('socket.send(', 'while (true) {}\n    socket.send(')
  const run = await harness.run(inPage(echoClient, server))
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([
    { kind: 'endlessLoop', side: 'server', source: { file: 'server.js', line: 5, column: 5 } },
  ])
})

test('timers that never let time go on end the run', async ({ harness }) => {
  const server = 'const again = () => setImmediate(again)\nagain()'
  const run = await harness.run(inPage('', server))
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([{ kind: 'endlessLoop' }])
  expect(run.ended?.reason).toBe('failed')
})

test('a rejection belongs to the time at which it was caused', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const program = `setTimeout(async () => { throw new Error('at 10') }, 10)
for (let time = 11; time < 30; time++) setTimeout(() => {}, time)`
  const run = await harness.run(inPage(program))
  expect(eventsOf(run, 'uncaughtError').map(({ time, kind }) => [time, kind])).toEqual([
    [10, 'unhandledRejection'],
  ])
})

test('an echo over a real socket is observed, and says what it could not see', async ({
  harness,
  labServer,
}) => {
  const url = `${labServer.url.replace(/^http/, 'ws')}lab/echo`
  const run = await harness.run(alone(echoClient, { endpoint: { kind: 'lab', url }, routed: true }))
  expect(printed(run)).toEqual([
    ['hello', 'wss://echo.example'],
    ['1005', 'boolean'],
  ])
  expect(run.ended?.reason).toBe('idle')

  const [created] = eventsOf(run, 'created')
  expect(created).toMatchObject({
    connectionId: 'ws-1',
    url: 'wss://echo.example/chat',
    protocols: [],
    routedTo: `${url}/chat`,
  })
  expect(
    eventsOf(run, 'apiCall').map(({ method, source, readyState }) => [
      method,
      source?.line,
      readyState,
    ]),
  ).toEqual([
    ['constructor', 1, undefined],
    ['onopen', 2, 0],
    ['onmessage', 5, 0],
    ['onclose', 9, 0],
    ['send', 3, 1],
    ['close', 7, 1],
  ])
  expect(
    eventsOf(run, 'eventFired').map(({ eventType, listeners, source }) => [
      eventType,
      listeners,
      source?.line,
      source?.column,
    ]),
  ).toEqual([
    ['open', 1, 2, 13],
    ['message', 1, 5, 16],
    ['close', 1, 9, 14],
  ])
  expect(eventsOf(run, 'readyStateChanged').map(({ to }) => to)).toEqual([0, 1, 2, 3])
  expect(eventsOf(run, 'closed')).toMatchObject([{ code: 1005, reason: '', wasClean: true }])

  const unseen = run.events.filter(({ provenance }) => provenance === 'reconstructed')
  expect(new Set(unseen.map(({ type }) => type))).toEqual(
    new Set([
      'willSendHandshakeRequest',
      'handshakeResponseReceived',
      'frameSent',
      'frameReceived',
      'transportClosed',
    ]),
  )
  expect(run.events.map(({ seq }) => seq)).toEqual(run.events.map((_, index) => index))
})

test('binary messages of a real socket have their bytes', async ({ harness, labServer }) => {
  const url = `${labServer.url.replace(/^http/, 'ws')}lab/echo`
  const program = `const ws = new WebSocket('${url}')
ws.addEventListener('open', () => {
  ws.send(new Uint8Array([1, 2, 3]))
  ws.send(new Blob(['four']))
}, { once: true })
let count = 0
ws.addEventListener('message', (event) => {
  console.log(event.data instanceof Blob, event.data.size)
  if (++count === 2) ws.close(4000, 'enough')
})`
  const run = await harness.run(alone(program, { endpoint: { kind: 'lab', url }, routed: false }))
  const octets = (type: 'messageSent' | 'messageReceived') =>
    eventsOf(run, type).map(({ data, byteLength }) => [
      data.kind === 'binary' ? [...data.bytes] : data.text,
      byteLength,
    ])
  const four = [102, 111, 117, 114]
  expect(octets('messageSent')).toEqual([
    [[1, 2, 3], 3],
    [four, 4],
  ])
  expect(octets('messageReceived')).toEqual(octets('messageSent'))
  expect(eventsOf(run, 'closed')).toMatchObject([{ code: 4000, reason: 'enough', wasClean: true }])
  expect(eventsOf(run, 'created')[0]?.routedTo).toBeUndefined()
})

test('the console’s other methods print too', async ({ harness, guard }) => {
  guard.expectProblem(/console error/)
  const program = `console.assert(1 === 1, 'never'); console.assert(false, 'wrong by %d', 2)
console.count(); console.count(); console.countReset(); console.count()
console.time('t'); setTimeout(() => { console.timeEnd('t'); console.timeEnd('t') }, 25)
console.group('group'); console.table([1]); console.groupEnd()
const error = new TypeError('bad'); console.error(error)
document.write('<p id=written>x</p>'); console.log(document.querySelector('#written').textContent)`
  const run = await harness.run(inPage(program))
  const messages = eventsOf(run, 'consoleMessage')
  expect(
    messages.map(({ level, arguments: [first] }) => [
      level,
      first && 'text' in first ? first.text : first?.kind,
    ]),
  ).toEqual([
    ['error', 'Assertion failed: wrong by 2'],
    ['info', 'default: 1'],
    ['info', 'default: 2'],
    ['info', 'default: 1'],
    ['log', 'group'],
    ['log', 'array'],
    ['error', 'error'],
    ['log', 'x'],
    ['info', 't: 25 ms'],
    ['warn', 'Timer “t” does not exist'],
  ])
  const printedError = messages[6]?.arguments[0]
  expect(printedError).toMatchObject({ kind: 'error', name: 'TypeError', message: 'bad' })
  expect(printedError?.kind === 'error' && printedError.stack).toMatch(
    /^TypeError: bad\n {4}at client\.js:5:15$/,
  )
})

test('programs on a real clock have their timers counted', async ({ harness }) => {
  const program = `const id = setInterval(() => console.log('tick'), 5)
setTimeout(() => clearInterval(id), 40)
requestAnimationFrame((time) => console.log(typeof time))`
  const run = await harness.run(alone(program))
  expect(run.ended?.reason).toBe('idle')
  const set = eventsOf(run, 'timerSet')
  expect(set.map(({ kind, delay, source }) => [kind, delay, source?.line])).toEqual([
    ['interval', 5, 1],
    ['timeout', 40, 2],
    ['animationFrame', 0, 3],
  ])
  expect(eventsOf(run, 'timerCleared')).toMatchObject([{ kind: 'interval' }])
  const fired = eventsOf(run, 'timerFired').filter(({ kind }) => kind !== 'interval')
  expect(fired.map(({ kind, source }) => [kind, source?.line]).sort()).toEqual([
    ['animationFrame', 3],
    ['timeout', 2],
  ])
})
