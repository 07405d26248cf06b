import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProgram, tshark as tsharkProgram } from '../../scripts/find-program.mjs'
import type { TraceEvent, TraceFrame } from '../../src/core/trace/event.ts'
import { captureOf } from '../../src/core/trace/export/capture/capture.ts'
import type { Trace } from '../../src/core/trace/export/json.ts'
import { shortFrame } from '../../src/core/trace/testing/sample.ts'
import { asciiMessage, traceFrom } from '../../src/core/trace/testing/sketch.ts'
import { scenario, startNetwork } from '../../src/in-page-network/testing/run-program.ts'
import { dissect, type DissectedFrame, type Dissection } from './dissection.ts'
import { SCENARIO_PROGRAMS } from './scenario-programs.ts'

const UNTIL = 90_000
const FIRST_PORT = 49_152

let tshark = ''
let folder = ''

beforeAll(async () => {
  tshark = findProgram(tsharkProgram)
  folder = await mkdtemp(join(tmpdir(), 'upgrade-101-captures-'))
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

async function traceOf(name: string): Promise<Trace> {
  const network = await startNetwork(scenario(name))
  SCENARIO_PROGRAMS[name]?.(network)
  await network.clock.runUntil(UNTIL)
  network.stop()
  return { header: network.header(), events: network.trace }
}

async function dissectionOf(name: string, trace: Trace): Promise<Dissection> {
  const { parts, packets } = captureOf(trace)
  const file = join(folder, `${name}.pcapng`)
  await writeFile(file, Buffer.concat(parts))
  const dissection = await dissect(tshark, file)
  expect(dissection.packets).toBe(packets)
  return dissection
}

/** The frames of the trace, as the client sent and got them, in the form in which tshark has them. */
function framesOf(events: readonly TraceEvent[], connectionId: string, type: string) {
  return events.flatMap((event) =>
    (event.type === 'frameSent' || event.type === 'frameReceived') &&
    event.type === type &&
    event.side === 'client' &&
    event.connectionId === connectionId
      ? [asDissected(event.frame)]
      : [],
  )
}

function headsOf(events: readonly TraceEvent[], connectionId: string) {
  const methods: string[] = []
  const statuses: number[] = []
  for (const event of events) {
    if (event.side !== 'client' || !('connectionId' in event)) continue
    if (event.connectionId !== connectionId) continue
    if (event.type === 'willSendHandshakeRequest') methods.push(event.method)
    else if (event.type === 'handshakeResponseReceived') statuses.push(event.status)
  }
  return { methods, statuses }
}

function asDissected(frame: TraceFrame): DissectedFrame {
  const { fin, rsv1, rsv2, rsv3, opcode, masked, header, payload } = frame
  return {
    fin,
    reserved: (Number(rsv1) << 2) | (Number(rsv2) << 1) | Number(rsv3),
    opcode,
    maskingKey: masked ? Buffer.from(header.subarray(-4)).toString('hex') : '',
    length: payload.length,
    payload: Buffer.from(payload).toString('hex'),
  }
}

describe('tshark reads the capture of every scenario', () => {
  it('has a program for each', async () => {
    const files = await readdir(fileURLToPath(new URL('../../scenarios', import.meta.url)))
    const names = files.filter((file) => file.endsWith('.js')).map((file) => basename(file, '.js'))
    expect(Object.keys(SCENARIO_PROGRAMS).toSorted()).toEqual(names.toSorted())
  })

  it.concurrent.each(Object.keys(SCENARIO_PROGRAMS))('%s', async (name) => {
    const trace = await traceOf(name)
    const { connections: dissected, warnings } = await dissectionOf(name, trace)
    const connections = new Set(
      trace.events.flatMap((event) => (event.type === 'created' ? [event.connectionId] : [])),
    )
    const expected = [...connections].map((connectionId, index) => ({
      port: FIRST_PORT + index,
      out: framesOf(trace.events, connectionId, 'frameSent'),
      in: framesOf(trace.events, connectionId, 'frameReceived'),
      ...headsOf(trace.events, connectionId),
    }))
    expect([...dissected].map(([port, own]) => ({ port, ...own }))).toEqual(expected)
    expect(warnings).toEqual([])
  })
})

describe('what is wrong on purpose', () => {
  it('is wrong in the capture too: tshark reads each broken rule', async () => {
    const { connections } = await dissectionOf('broken', await traceOf('violations'))
    const [masked, reserved, utf8, oversized] = [...connections.values()].map((own) => own.in[0])
    expect(masked).toMatchObject({ maskingKey: '37fa213d', payload: hexOf('Hello') })
    expect(reserved).toMatchObject({ opcode: 3 })
    expect(utf8).toMatchObject({ opcode: 1, payload: 'c328' })
    expect(oversized).toMatchObject({ opcode: 9, length: 126 })
  })

  it('is said by tshark where the octets of a packet are spoilt', async () => {
    const { parts } = captureOf(await traceOf('echo'))
    const capture = Buffer.concat(parts)
    const at = capture.indexOf('GET / HTTP/1.1')
    capture.write('POT', at)
    const file = join(folder, 'spoilt.pcapng')
    await writeFile(file, capture)
    expect((await dissect(tshark, file)).warnings).toContain('tcp.checksum.status is 0')
  })
})

describe('other traffic', () => {
  it('polling and server-sent events are HTTP', async () => {
    const network = await startNetwork(POLLING)
    const { fetch, EventSource } = network
    void fetch('/poll', { method: 'POST', body: 'since=4' }).then((response) => response.text())
    const events = new EventSource('/events')
    events.onmessage = () => events.close()
    await network.clock.runUntil(UNTIL)
    network.stop()
    const trace = { header: network.header(), events: network.trace }
    const { connections, warnings } = await dissectionOf('polling', trace)
    expect([...connections.values()].flatMap(({ methods }) => methods).toSorted()).toEqual([
      'GET',
      'POST',
    ])
    expect([...connections.values()].flatMap(({ statuses }) => statuses)).toContain(200)
    expect(warnings).toEqual([])
  })

  it('what a browser hides is made from what is known', async () => {
    const { header } = await traceOf('echo')
    const hidden = traceFrom([
      { type: 'created', url: 'wss://live.example/chat', protocols: [] },
      {
        type: 'willSendHandshakeRequest',
        provenance: 'reconstructed',
        method: 'GET',
        target: '/chat',
        headers: [
          ['Host', 'live.example'],
          ['Upgrade', 'websocket'],
          ['Connection', 'Upgrade'],
          ['Sec-WebSocket-Key', ''],
          ['Sec-WebSocket-Version', '13'],
        ],
        byteLength: 0,
      },
      {
        type: 'handshakeResponseReceived',
        provenance: 'reconstructed',
        at: 30,
        status: 101,
        statusText: 'Switching Protocols',
        headers: [
          ['Upgrade', 'websocket'],
          ['Connection', 'Upgrade'],
          ['Sec-WebSocket-Accept', ''],
        ],
        byteLength: 0,
      },
      { type: 'messageSent', ...asciiMessage('Hello') },
      {
        type: 'frameSent',
        provenance: 'reconstructed',
        cause: 3,
        frame: { ...shortFrame(1, 'Hello'), masked: true, header: Uint8Array.of(0x81, 0x85) },
      },
      { type: 'messageReceived', at: 60, ...asciiMessage('no frame is known') },
    ])
    const trace = {
      header: { ...header, clock: 'real', startedAt: Date.now() } as const,
      events: hidden,
    }
    const { connections, warnings } = await dissectionOf('hidden', trace)
    expect([...connections.values()]).toMatchObject([
      {
        methods: ['GET'],
        statuses: [101],
        out: [{ opcode: 1, maskingKey: '00000000', payload: hexOf('Hello') }],
        in: [{ opcode: 1, maskingKey: '', payload: hexOf('no frame is known') }],
      },
    ])
    expect(warnings).toEqual([])
  })
})

const POLLING = `
  import { createServer } from 'node:http'
  createServer((request, response) => {
    if (request.url !== '/events') {
      request.resume()
      request.on('end', () => response.end('[5, 6]'))
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.write('data: 5\\n\\n')
  }).listen(8080)
`

const hexOf = (text: string) => Buffer.from(text).toString('hex')
