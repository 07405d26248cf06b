import type { RunRequest } from '../../src/sandbox/host/run.ts'
import { expect, test } from './sandbox/fixtures.ts'
import type { ObservedRun } from './sandbox/harness.ts'
import { eventsOf } from './sandbox/runs.ts'

const conversation = (name: string, tell: string) => `
const ws = new WebSocket('wss://echo.example/${name}')
ws.onopen = () => ws.send('from ${name}')
ws.onmessage = ({ data, origin }) => {
  ${tell}(data + ' ' + origin + ' ' + ws.url)
  ws.close(1000)
}`

/** Every kind of place in which a program may open a socket. */
const PROGRAM = `
const workerUrl = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
const url = workerUrl(${JSON.stringify(`'use strict'
const inner = URL.createObjectURL(new Blob([${JSON.stringify(conversation('nested worker', 'postMessage'))}]))
const nested = new Worker(inner)
nested.onmessage = ({ data }) => postMessage(data)
console.log('in the worker', location.href)
${conversation('worker', 'postMessage')}`)})
const worker = new Worker(url)
URL.revokeObjectURL(url)
console.log('url', url)
worker.onmessage = ({ data }) => console.log(data)
addEventListener('message', ({ data }) => console.log(data))
const frame = document.createElement('iframe')
const html = ${JSON.stringify(
  `<!doctype html><script>${conversation('frame', 'parent.postMessage.bind(parent)').replace('ws.url)', "ws.url + ' ' + document.compatMode, '*')")}</script>`,
).replace('</script', '<\\/script')}
frame.srcdoc = html
document.body.append(frame)
console.log('srcdoc is', frame.srcdoc === html)
setTimeout(() => console.log('srcdoc stays', frame.srcdoc === html), 20)
${conversation('page', 'console.log')}`

function printed(run: ObservedRun): string[] {
  return eventsOf(run, 'consoleMessage').map(({ arguments: values }) =>
    values.map((value) => ('text' in value ? value.text : value.kind)).join(' '),
  )
}

function request(client: string, more: Partial<RunRequest>): RunRequest {
  return {
    program: { 'client.js': client },
    endpoint: { kind: 'live', url: 'ws://127.0.0.1:9/' },
    routed: true,
    until: null,
    inputs: [],
    ...more,
  }
}

test('sockets of workers and frames are routed and recorded with those of the page', async ({
  harness,
  labServer,
}) => {
  const url = `${labServer.url.replace(/^http/, 'ws')}lab/echo`
  const run = await harness.run(request(PROGRAM, { endpoint: { kind: 'lab', url } }))
  expect(run.failed).toBeUndefined()
  expect(run.ended?.reason).toBe('idle')

  const said = printed(run)
  for (const name of ['page', 'worker', 'nested worker', 'frame']) {
    const path = name.replace(' ', '%20')
    const line = `from ${name} wss://echo.example wss://echo.example/${path}`
    expect(said.filter((text) => text.startsWith(line))).toHaveLength(1)
  }
  expect(said).toContainEqual(expect.stringMatching(/^from frame .* CSS1Compat$/))
  expect(said).toContain('srcdoc is boolean')
  const [, known = ''] = said.find((text) => text.startsWith('url '))?.split(' ') ?? []
  expect(known).toMatch(/^blob:/)
  expect(said).toContain(`in the worker ${known}`)

  const created = eventsOf(run, 'created')
  expect(created.map((event) => event.connectionId).sort()).toEqual([
    'ws-1',
    'ws-f1-1',
    'ws-w1-1',
    'ws-w1-w1-1',
  ])
  expect(new Set(created.map(({ routedTo }) => routedTo))).toEqual(
    new Set(['page', 'worker', 'nested%20worker', 'frame'].map((path) => `${url}/${path}`)),
  )
  const calls = eventsOf(run, 'apiCall').filter(({ method }) => method === 'constructor')
  const places = new Map(calls.map(({ connectionId, source }) => [connectionId, source]))
  expect(places.get('ws-w1-1')).toEqual({ file: known, line: 7, column: 12 })
  expect(places.get('ws-f1-1')).toMatchObject({ file: 'about:srcdoc', line: 2, column: 12 })

  for (const { connectionId } of created) {
    const own = run.events.filter(
      (event) => 'connectionId' in event && event.connectionId === connectionId,
    )
    const states = own.filter((event) => event.type === 'readyStateChanged')
    expect(states.map((event) => event.to)).toEqual([0, 1, 2, 3])
    const [sent, received] = own.filter(
      (event) => event.type === 'messageSent' || event.type === 'messageReceived',
    )
    expect(sent?.time).toBeLessThanOrEqual(received?.time ?? 0)
  }
  expect(run.events.map(({ seq }) => seq)).toEqual(run.events.map((_, index) => index))
})

test('on the built-in endpoint workers and frames reach no network, and that is said', async ({
  harness,
  page,
  guard,
  labServer,
}) => {
  guard.expectProblem(/connect-src 'none'/)
  const url = `${labServer.url.replace(/^http/, 'ws')}lab/echo`
  const run = await harness.run(
    request(
      `const attempt = \`try {
  const ws = new WebSocket("${url}")
  ws.onopen = () => tell('opened')
  ws.onerror = () => tell('refused')
} catch { tell('refused') }\`
const tell = (name) => ({ data }) => (document.body.dataset[name] = data)
const code = 'const tell = (text) => postMessage(text);' + attempt
const worker = new Worker(URL.createObjectURL(new Blob([code])))
worker.onmessage = tell('worker')
addEventListener('message', tell('frame'))
const frame = document.createElement('iframe')
frame.srcdoc = '<script>const tell = (text) => parent.postMessage(text, "*");' + attempt + '<\\/script>'
document.body.append(frame)
await new Promise((resolve) => setTimeout(resolve, 1))`,
      {
        endpoint: {
          kind: 'built-in',
          seed: 1,
          conditions: { latency: 1, jitter: 0, bandwidth: null },
        },
      },
    ),
  )
  expect(eventsOf(run, 'consoleMessage').map(({ level, source }) => [level, source?.line])).toEqual(
    [
      ['warn', 8],
      ['warn', undefined],
    ],
  )
  expect(printed(run)).toEqual([
    expect.stringMatching(/out of reach for a worker: .* refused/),
    expect.stringMatching(/out of reach for a frame: .* refused/),
  ])
  const body = page.frameLocator('iframe').first().locator('body')
  await expect(body).toHaveAttribute('data-worker', 'refused')
  await expect(body).toHaveAttribute('data-frame', 'refused')
  expect(labServer.log.join('\n')).not.toContain('echo')
})
