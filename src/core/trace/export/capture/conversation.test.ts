import { describe, expect, it } from 'vitest'
import { runProgram, scenario } from '../../../../in-page-network/testing/run-program.ts'
import type { TraceEvent } from '../../event.ts'
import { asciiMessage, traceFrom, traceOf, type EventSketch } from '../../testing/sketch.ts'
import { conversationsOf, vantagePointsOf } from './conversation.ts'
import type { Passage } from './passage.ts'

const latency = { conditions: { latency: 20, jitter: 0, bandwidth: null } }
const unknown = { conditions: null }

/** `80 server data 129`, as a capture would list them. */
function told(events: readonly TraceEvent[], header: typeof latency | typeof unknown): string[] {
  const [conversation] = conversationsOf(events, header)
  return (conversation?.passages ?? []).map((passage: Passage) =>
    [
      passage.time,
      'from' in passage ? passage.from : '',
      passage.kind,
      passage.kind === 'data' ? passage.data.length : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
}

const octets = (length: number) => new Uint8Array(length)

describe('what a capture at the client sees', () => {
  it('is the whole of a connection, with the acknowledgements of a link whose latency is known', async () => {
    const events = await runProgram(scenario('close-4001'), ({ WebSocket }) => {
      const socket = new WebSocket('ws://chat.example:9000/room')
      socket.onmessage = () => socket.send('hello')
    })
    const [conversation] = conversationsOf(events, latency)
    expect(conversation).toMatchObject({ host: 'chat.example:9000', vantagePoint: 'client' })
    expect(told(events, latency)).toEqual([
      '0 connect',
      '40 accept',
      expect.stringMatching(/^40 client data \d+$/),
      '80 server acknowledge',
      // The answer to the opening handshake and the first message arrived in one read.
      '80 server data 144',
      '80 client acknowledge',
      '80 client data 11',
      '120 server acknowledge',
      '120 server data 19',
      '120 client acknowledge',
      '120 client data 23',
      '160 server acknowledge',
      '160 server fin',
      '160 client acknowledge',
      '160 client fin',
      '200 server acknowledge',
    ])
  })

  it('has what was sent into a silence, and nothing that answers it', () => {
    const events = traceOf(
      { type: 'bytesSent', data: octets(5), at: 10 },
      { type: 'bytesReceived', side: 'server', data: octets(5), at: 20, cause: 0 },
      { type: 'transportClosed', how: 'silence', by: 'network', at: 25 },
      { type: 'bytesSent', data: octets(7), at: 30 },
    )
    expect(told(events, latency)).toEqual([
      '0 connect',
      '10 accept',
      '10 client data 5',
      '30 client data 7',
    ])
  })

  it('has a reset where it came, and nothing of the server after it', () => {
    const events = traceOf(
      { type: 'bytesSent', data: octets(5), at: 10 },
      { type: 'bytesReceived', side: 'server', data: octets(5), at: 30, cause: 0 },
      { type: 'transportClosed', how: 'rst', by: 'server', at: 40 },
    )
    expect(told(events, latency).slice(2)).toEqual(['10 client data 5', '40 server rst'])
  })

  it('begins with a connection that is refused, or given up', () => {
    const failed = (cause: number): readonly EventSketch[] => [
      { type: 'created', url: 'ws://nobody/', protocols: [] },
      { type: 'apiCall', api: 'WebSocket', method: 'close', arguments: [], readyState: 0 },
      { type: 'frameError', message: 'Nobody listens', at: 40, cause },
    ]
    expect(told(traceFrom(failed(0)), latency)).toEqual(['0 connect', '40 refuse'])
    expect(told(traceFrom(failed(1)), latency)).toEqual(['0 connect'])
  })
})

describe('where a capture is taken', () => {
  const at = (side: 'client' | 'server', type: 'bytesSent' | 'bytesReceived', length: number) =>
    ({ type, side, data: octets(length) }) satisfies EventSketch

  it.each([
    ['client', [at('client', 'bytesSent', 9), at('server', 'bytesReceived', 9)]],
    // A frame that was lost.
    ['client', [at('client', 'bytesSent', 9), at('server', 'bytesReceived', 4)]],
    ['server', [at('server', 'bytesReceived', 9), at('server', 'bytesSent', 9)]],
    ['server', [at('client', 'bytesSent', 4), at('server', 'bytesReceived', 9)]],
    ['nobody', [{ type: 'messageSent', ...asciiMessage('Hello') }]],
  ] as const)('%s: %#', (vantagePoint, sketches) => {
    expect([...vantagePointsOf(traceFrom(sketches)).values()]).toEqual([vantagePoint])
  })

  it('is noted where the time at this end was not observed', () => {
    const events = traceOf({ type: 'bytesSent', data: octets(1), provenance: 'reconstructed' })
    const [conversation] = conversationsOf(events, unknown)
    expect(conversation?.passages.find(({ kind }) => kind === 'data')?.note).toContain(
      'reconstructed',
    )
  })
})
