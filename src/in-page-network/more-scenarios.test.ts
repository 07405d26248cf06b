import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../core/trace/event.ts'
import { createHash } from 'node:crypto'
import type { VirtualNetwork } from './network.ts'
import { ofType, runProgram, scenario } from './testing/run-program.ts'

/** Runs a scenario against a client that gets each message along with a way to answer. */
async function run(
  name: string,
  client: {
    readonly path?: string
    readonly protocols?: string[]
    readonly origin?: string
    readonly open?: (ws: WebSocket, network: VirtualNetwork) => void
    readonly message?: (data: unknown, ws: WebSocket) => void
    readonly until?: number
  },
): Promise<{ readonly fired: string[]; readonly trace: readonly TraceEvent[] }> {
  const { path = '/', protocols = [], origin = 'https://chat.example', until } = client
  const trace = await runProgram(
    scenario(name),
    (network) => {
      const ws = new network.WebSocket(`ws://localhost:8080${path}`, protocols)
      ws.binaryType = 'arraybuffer'
      ws.onopen = () => client.open?.(ws, network)
      ws.onmessage = ({ data }) => client.message?.(data, ws)
    },
    { origin, ...(until === undefined ? {} : { until }) },
  )
  expect(ofType(trace, 'uncaughtError')).toEqual([])
  const fired = ofType(trace, 'eventFired').map(({ eventType, code }) =>
    code === undefined ? eventType : `${eventType} ${String(code)}`,
  )
  return { fired, trace }
}

const clientMessages = (trace: readonly TraceEvent[]) =>
  ofType(trace, 'messageReceived')
    .filter(({ side }) => side === 'client')
    .map(({ data }) => (data.kind === 'text' ? data.text : data.bytes))

describe('more scenarios in the page', () => {
  it('ask-answer: tells everyone, and answers in another order or not at all', async () => {
    const { trace } = await run('ask-answer', {
      open: (ws) => {
        for (const [id, name] of ['Ada', 'Bo', 'Cy'].entries())
          ws.send(JSON.stringify({ type: 'ask', id, name }))
        ws.send(JSON.stringify({ type: 'say', name: 'Zoe', text: 'Hello' }))
        ws.send('[object Object]')
      },
    })
    expect(
      clientMessages(trace).map((text) => {
        const { type, id, name } = JSON.parse(String(text)) as Record<string, unknown>
        return [type, id ?? name]
      }),
    ).toEqual([
      ['say', 'Ada'],
      ['say', 'Zoe'],
      ['error', undefined],
      ['answer', 1],
      ['answer', 0],
    ])
  })

  it('chat room: everybody sees joins, messages and bots in one order', async () => {
    const { trace } = await run('chat-room', {
      open: (ws) => ws.send(JSON.stringify({ type: 'join', name: 'Ada' })),
      message: (data, ws) => {
        const { type, name } = JSON.parse(String(data)) as { type: string; name: string }
        if (name === 'Greeter') ws.send(JSON.stringify({ type: 'message', text: 'Who are you?' }))
        if (type === 'message' && name === 'Oracle') ws.close(1000)
      },
    })
    expect(
      clientMessages(trace).map((text) => {
        const { number, type, name } = JSON.parse(String(text)) as Record<string, unknown>
        return [number, type, name]
      }),
    ).toEqual([
      [1, 'join', 'Ada'],
      [2, 'message', 'Greeter'],
      [3, 'message', 'Ada'],
      [4, 'message', 'Oracle'],
    ])
  })

  it.each([401, 403, 302, 200])('reject: %i looks the same to a script', async (status) => {
    const { fired, trace } = await run('reject', { path: `/${String(status)}` })
    expect(fired).toEqual(['error', 'close 1006'])
    expect(ofType(trace, 'handshakeResponseReceived')[0]?.status).toBe(status)
  })

  it('wrong accept: the client fails the connection', async () => {
    const { fired, trace } = await run('wrong-accept', {})
    expect(fired).toEqual(['error', 'close 1006'])
    expect(ofType(trace, 'frameError')[0]?.section).toContain('RFC 6455 §4.1')
  })

  it('subprotocol: the best of those offered, or none', async () => {
    const chosen = await run('subprotocol', {
      protocols: ['v1.chat', 'v2.chat'],
      message: (_data, ws) => ws.close(),
    })
    expect(clientMessages(chosen.trace)).toEqual(['We speak v2.chat'])
    const none = await run('subprotocol', { path: '/none', protocols: ['v2.chat'] })
    expect(none.fired).toEqual(['error', 'close 1006'])
  })

  it('origin check: 403 for strangers', async () => {
    const friend = await run('origin-check', { message: (_data, ws) => ws.close() })
    expect(friend.fired).toEqual(['open', 'message', 'close 1005'])
    const stranger = await run('origin-check', { origin: 'null' })
    expect(stranger.fired).toEqual(['error', 'close 1006'])
  })

  it('ticket auth: in with the ticket, out without', async () => {
    const right = await run('ticket-auth', {
      open: (ws) => ws.send(JSON.stringify({ type: 'auth', ticket: 'let-me-in' })),
      message: (_data, ws) => ws.close(1000),
    })
    expect(right.fired).toEqual(['open', 'message', 'close 1000'])
    const wrong = await run('ticket-auth', { open: (ws) => ws.send('hello') })
    expect(wrong.fired).toEqual(['open', 'close 4401'])
    const late = await run('ticket-auth', {})
    expect(late.fired).toEqual(['open', 'close 4408'])
  })

  it('binary: says what came, and inverts all but every fourth octet', async () => {
    const { trace } = await run('binary', {
      open: (ws) => ws.send(Uint8Array.of(0, 1, 255, 255)),
      message: (data, ws) => {
        if (data instanceof ArrayBuffer) ws.close()
      },
    })
    expect(clientMessages(trace)).toEqual(['binary, 4 bytes', Uint8Array.of(255, 254, 0, 255)])
  })

  it('frame reader: reads the frame of RFC 6455 §5.7', async () => {
    const frame = Uint8Array.from([
      ...[0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58],
    ])
    const { trace } = await run('frame-reader', {
      open: (ws) => ws.send(frame),
      message: (_data, ws) => ws.close(),
    })
    expect(JSON.parse(String(clientMessages(trace)[0]))).toEqual({
      fin: true,
      opcode: 1,
      masked: true,
      length: 5,
      header: 6,
      text: 'Hello',
    })
  })

  it('raw echo: a server by hand echoes and closes', async () => {
    const { fired, trace } = await run('raw-echo', {
      open: (ws) => ws.send('by hand'),
      message: (_data, ws) => ws.close(1000, 'done'),
    })
    expect(clientMessages(trace)).toEqual(['by hand'])
    expect(fired).toEqual(['open', 'message', 'close 1000'])
  })

  it('fragments: one message, and a pong that echoes the ping', async () => {
    const { trace } = await run('fragments', { message: (_data, ws) => ws.close() })
    expect(clientMessages(trace)).toEqual(['Hello'])
    const frames = ofType(trace, 'frameSent').map(({ side, frame }) => [
      side,
      frame.opcode,
      frame.fin,
    ])
    expect(frames.slice(0, 4)).toEqual([
      ['server', 1, false],
      ['server', 9, true],
      ['server', 0, true],
      ['client', 10, true],
    ])
    // Ping and message arrive as one piece: the Pong answers the Ping, not what came last.
    const pong = ofType(trace, 'frameSent').find(({ frame }) => frame.opcode === 10)
    const ping = ofType(trace, 'frameReceived').find(({ frame }) => frame.opcode === 9)
    expect(pong?.cause).toBe(ping?.seq)
  })

  it('server ping: a client that answers stays', async () => {
    const { fired, trace } = await run('server-ping', { until: 60_000 })
    expect(fired).toEqual(['open'])
    const pongs = ofType(trace, 'frameReceived').filter(({ frame }) => frame.opcode === 10)
    expect(pongs.length).toBe(5)
  })

  it('idle cut: nothing for 60 seconds ends it', async () => {
    const { fired, trace } = await run('idle-cut', { open: (ws) => ws.send('hello') })
    expect(fired).toEqual(['open', 'message', 'close 1006'])
    expect(ofType(trace, 'closed')[0]?.time).toBeGreaterThan(60_000)
  })

  it('black hole: after ten seconds nothing comes back, not even the end', async () => {
    const { fired, trace } = await run('black-hole', {
      open: (ws, { clientGlobals }) => {
        clientGlobals.setTimeout(() => ws.send('before'), 5_000)
        clientGlobals.setTimeout(() => ws.send('after'), 15_000)
        clientGlobals.setTimeout(() => ws.close(4000), 30_000)
      },
    })
    expect(fired).toEqual(['open', 'message', 'close 1006'])
    expect(ofType(trace, 'closed')[0]).toMatchObject({ time: 90_080, wasClean: false })
  })

  it('close empty: 1005', async () => {
    const { fired } = await run('close-empty', { open: (ws) => ws.send('bye') })
    expect(fired).toEqual(['open', 'close 1005'])
  })

  it('close twice: the first one counts', async () => {
    const { trace } = await run('close-twice', { open: (ws) => ws.send('bye') })
    const closes = ofType(trace, 'frameReceived').filter(({ frame }) => frame.opcode === 8)
    expect(closes.filter(({ side }) => side === 'client').length).toBe(2)
    expect(ofType(trace, 'closed').length).toBe(1)
  })

  it('slow reader: bufferedAmount falls only as fast as it reads', async () => {
    const octets = 1024 * 1024
    const { trace } = await run('slow-reader', {
      open: (ws) => ws.send(new Uint8Array(octets)),
      message: (_data, ws) => ws.close(),
    })
    const amounts = ofType(trace, 'bufferedAmountChanged')
    expect(amounts[0]?.bufferedAmount).toBe(octets)
    const empty = amounts.find(({ bufferedAmount }) => bufferedAmount === 0)
    expect(empty?.time).toBeGreaterThan(2_000)
    expect(JSON.parse(String(clientMessages(trace)[0]))).toEqual({
      received: octets,
      total: octets,
    })
  })

  it('numbered chat: drops after four, and resumes where the client says', async () => {
    const numbers: number[] = []
    await runProgram(scenario('numbered-chat'), ({ WebSocket }) => {
      const connect = () => {
        const ws = new WebSocket('ws://localhost:8080')
        ws.onopen = () => ws.send(JSON.stringify({ type: 'resume', after: numbers.length }))
        ws.onmessage = ({ data }) => {
          numbers.push((JSON.parse(String(data)) as { number: number }).number)
          if (numbers.length === 20) ws.close()
        }
        ws.onclose = () => {
          if (numbers.length < 20) connect()
        }
      }
      connect()
    })
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('unstable: the fifth connection stays', async () => {
    let opened = 0
    let answer: unknown
    await runProgram(scenario('unstable'), ({ WebSocket }) => {
      const connect = () => {
        const ws = new WebSocket('ws://localhost:8080')
        ws.onopen = () => {
          opened += 1
          ws.send('stay?')
        }
        ws.onmessage = ({ data }) => {
          answer = data
          ws.close(1000)
        }
        ws.onclose = ({ code }) => {
          if (code === 1006) connect()
        }
      }
      connect()
    })
    expect([opened, answer]).toEqual([5, 'stay?'])
  })

  it.each([
    ['masked', 1002],
    ['reserved', 1002],
    ['utf8', 1007],
    ['oversized', 1002],
  ])('violations: %s fails the connection with %i on the wire', async (name, code) => {
    const { fired, trace } = await run('violations', { open: (ws) => ws.send(name) })
    expect(fired).toEqual(['open', 'error', 'close 1006'])
    expect(ofType(trace, 'frameError')[0]?.code).toBe(code)
    const sent = ofType(trace, 'frameSent').findLast(({ side }) => side === 'client')
    expect(sent?.frame.opcode).toBe(8)
    expect(((sent?.frame.payload[0] ?? 0) << 8) + (sent?.frame.payload[1] ?? 0)).toBe(code)
  })

  it('compression: on, and off at /off', async () => {
    const on = await run('compression', {
      open: (ws) => ws.send('a'.repeat(500)),
      message: (_data, ws) => ws.close(),
    })
    const off = await run('compression', {
      path: '/off',
      open: (ws) => ws.send('a'.repeat(500)),
      message: (_data, ws) => ws.close(),
    })
    const compressed = ({ trace }: typeof on) =>
      ofType(trace, 'frameSent')
        .filter(({ frame }) => frame.opcode === 1)
        .map(({ frame }) => frame.rsv1)
    expect([compressed(on), compressed(off)]).toEqual([
      [true, true],
      [false, false],
    ])
  })

  it('computes in the page the accept value that Node computes', async () => {
    const { trace } = await run('echo', { open: (ws) => ws.close() })
    const headerOf = (
      type: 'willSendHandshakeRequest' | 'handshakeResponseReceived',
      name: string,
    ) => ofType(trace, type)[0]?.headers.find((header) => header[0] === name)?.[1]
    const key = headerOf('willSendHandshakeRequest', 'Sec-WebSocket-Key') ?? ''
    const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
    expect(headerOf('handshakeResponseReceived', 'Sec-WebSocket-Accept')).toBe(
      createHash('sha1')
        .update(key + guid)
        .digest('base64'),
    )
  })
})
