import { expect, test } from './sandbox/fixtures.ts'
import { alone, echoClient, eventsOf, printed } from './sandbox/runs.ts'

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
