import { expect, test } from './sandbox/fixtures.ts'
import { echoClient, echoServer, eventsOf, inPage, printed } from './sandbox/runs.ts'

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
    ['error', 'wrong by %d'],
    ['info', 'default: 1'],
    ['info', 'default: 2'],
    ['info', 'default: 1'],
    ['log', 'group'],
    ['log', 'array'],
    // The end of the group.
    ['log', undefined],
    ['error', 'error'],
    ['log', 'x'],
    ['info', 't: 25 ms'],
    ['warn', "Timer 't' does not exist"],
  ])
  const printedError = messages[7]?.arguments[0]
  expect(printedError).toMatchObject({ kind: 'error', name: 'TypeError', message: 'bad' })
  expect(printedError?.kind === 'error' && printedError.stack).toMatch(
    /^TypeError: bad\n {4}at client\.js:5:15$/,
  )
})
