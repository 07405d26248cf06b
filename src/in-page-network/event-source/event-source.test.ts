import { describe, expect, it } from 'vitest'
import { ofType, startNetwork } from '../testing/run-program.ts'

/** A server that answers each request with the test's code, which gets the connection's number. */
const server = (answer: string) => `
  import { createServer } from 'node:http'
  let count = 0
  createServer((request, response) => {
    count += 1
    const stream = () => response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    ${answer}
  }).listen(8080)
`

const options = { baseUrl: 'http://localhost:8080/' }

/** Collects what a source reports until a time, in milliseconds. */
async function listen(answer: string, until: number, types: readonly string[] = ['message']) {
  const network = await startNetwork(server(answer), options)
  const source = new network.EventSource('/events')
  const told: unknown[] = []
  const tell = (...what: unknown[]) => told.push([network.clock.now(), ...what])
  source.onopen = () => tell('open', source.readyState)
  source.onerror = () => tell('error', source.readyState)
  for (const type of types) {
    source.addEventListener(type, ({ data, lastEventId }) => tell(type, data, lastEventId))
  }
  await network.clock.runUntil(until)
  return { told, source, network }
}

describe('EventSource', () => {
  it('opens, and dispatches events as they arrive', async () => {
    const { told } = await listen(
      `stream().write(': hello\\n\\nid: 7\\ndata: one\\ndata: two\\n\\n')
       setTimeout(() => response.write('event: tick\\ndata\\n\\n'), 1_000)`,
      2_000,
      ['message', 'tick'],
    )
    expect(told).toEqual([
      [80, 'open', 1],
      [80, 'message', 'one\ntwo', '7'],
      [1_080, 'tick', '', '7'],
    ])
  })

  it('connects again after the time the stream asked for, with the last id', async () => {
    const { told, network } = await listen(
      `const last = request.headers['last-event-id'] ?? 'none'
       stream().end('retry: 500\\nid: ü' + count + '\\ndata: after ' + Buffer.from(last, 'latin1') + '\\n\\n')`,
      1_000,
    )
    expect(told).toEqual([
      [80, 'open', 1],
      [80, 'message', 'after none', 'ü1'],
      [80, 'error', 0],
      // On the connection that was kept.
      [620, 'open', 1],
      [620, 'message', 'after ü1', 'ü2'],
      [620, 'error', 0],
    ])
    expect(
      ofType(network.trace, 'httpRequest').filter(({ side }) => side === 'client'),
    ).toHaveLength(2)
  })

  it('tries again after three seconds where nobody listens, and goes on trying', async () => {
    const network = await startNetwork('', options)
    const source = new network.EventSource('/')
    const errors: unknown[] = []
    source.onerror = () => errors.push([network.clock.now(), source.readyState])
    await network.clock.runUntil(7_000)
    expect(errors).toEqual([
      [40, 0],
      [3_080, 0],
      [6_120, 0],
    ])
    source.close()
    await network.clock.runUntilIdle()
    expect(errors).toHaveLength(3)
  })

  it.each([
    ['a status of 204', 'response.writeHead(204).end()'],
    ['a status of 500', 'response.writeHead(500, { "Content-Type": "text/event-stream" }).end()'],
    ['another type', 'response.end("data: x\\n\\n")'],
  ])('stops for good at %s', async (_what, answer) => {
    const { told, network } = await listen(answer, 100)
    expect(told).toEqual([[80, 'error', 2]])
    await network.clock.runUntilIdle()
    expect(network.clock.now()).toBeLessThan(200)
  })

  it('fires nothing after close(), and the server sees the connection end', async () => {
    const network = await startNetwork(
      server(`
        stream().write('data: 1\\n\\ndata: 2\\n\\n')
        request.on('close', () => console.log('closed'))
      `),
      options,
    )
    const source = new network.EventSource('events')
    const told: unknown[] = []
    source.onmessage = ({ data }) => {
      told.push(data)
      source.close()
    }
    await network.clock.runUntilIdle()
    expect([told, source.readyState]).toEqual([['1'], 2])
    expect(ofType(network.trace, 'consoleMessage')).toHaveLength(1)
    expect(network.clock.nextTime()).toBeNull()
  })

  it('gives events of the standard', async () => {
    const network = await startNetwork(server(`stream().write('data: x\\n\\n')`), options)
    const source = new network.EventSource('/events', { withCredentials: true })
    const events: unknown[] = []
    source.onmessage = (event) => {
      events.push(event instanceof MessageEvent, event.origin, event.target === source)
    }
    await network.clock.runUntilIdle()
    expect(events).toEqual([true, 'http://localhost:8080', true])
    expect([source.url, source.withCredentials]).toEqual(['http://localhost:8080/events', true])
    expect([network.EventSource.CLOSED, source.OPEN]).toEqual([2, 1])
    expect(String(network.EventSource)).toBe('function EventSource() { [native code] }')
    expect(() => new network.EventSource('http://')).toThrow('The URL is invalid')
    expect(() => Reflect.apply(network.EventSource, undefined, [''])).toThrow("use the 'new'")
    expect(() => Reflect.construct(network.EventSource, [])).toThrow('1 argument required')
  })

  it('is recorded on both sides', async () => {
    const { network } = await listen(`stream().end('event: a\\ndata: x\\nid: 1\\n\\n')`, 100)
    const messages = ofType(network.trace, 'eventSourceMessage')
    expect(messages).toMatchObject([
      { side: 'server', connectionId: 'http-1', eventType: 'a', data: 'x', lastEventId: '1' },
      { side: 'client', connectionId: 'http-1', eventType: 'a', data: 'x', lastEventId: '1' },
    ])
    expect(ofType(network.trace, 'eventFired').map(({ eventType }) => eventType)).toEqual([
      'open',
      'error',
    ])
  })
})
