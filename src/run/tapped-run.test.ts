import { beforeEach, describe, expect, it } from 'vitest'
import type { TraceEvent } from '../core/trace/event.ts'
import { toBase64 } from '../core/protocol/base64.ts'
import type { TapReport } from '../core/trace/wiretap/messages.ts'
import {
  made,
  maskedHello,
  opened,
  request as head,
  response,
} from '../core/trace/wiretap/testing/meeting.ts'
import { traceOf } from '../core/trace/testing/sketch.ts'
import type { WiretapState } from '../core/trace/wiretap/wiretap-state.ts'
import type { SandboxHost } from '../sandbox/host.ts'
import type { RunListener, RunMessage, RunRequest } from '../sandbox/host/run.ts'
import { startTapped, type TapListener, type TapSurroundings } from './tapped-run.ts'

const token = '0f'.repeat(16)
const request: RunRequest = {
  program: { 'client.js': '' },
  endpoint: { kind: 'lab', url: 'ws://localhost:8101/lab/echo' },
  routed: true,
  until: null,
  inputs: [],
}

/** A page, its sandbox and its lab server; the test plays all three. */
class Stage implements TapSurroundings {
  time = 0
  readonly timers = new Map<number, { readonly at: number; readonly callback: () => void }>()
  #nextTimer = 1
  connected: string[] = []
  listener: TapListener | undefined
  readonly sent: string[] = []
  isClosed = false

  readonly now = () => this.time
  readonly random = (length: number) => new Uint8Array(length).fill(0x0f)
  readonly setTimeout = (callback: () => void, delay: number) => {
    this.timers.set(this.#nextTimer, { at: this.time + delay, callback })
    return this.#nextTimer++
  }
  readonly clearTimeout = (timer: number) => {
    this.timers.delete(timer)
  }
  readonly connect = (url: string, listener: TapListener) => {
    this.connected.push(url)
    this.listener = listener
    return {
      send: (text: string) => void this.sent.push(text),
      close: () => {
        this.isClosed = true
      },
    }
  }

  pass(duration: number): void {
    const until = this.time + duration
    for (;;) {
      const due = [...this.timers].filter(([, { at }]) => at <= until)
      const [first] = due.sort(([, one], [, other]) => one.at - other.at)
      if (first === undefined) break
      const [timer, { at, callback }] = first
      this.timers.delete(timer)
      this.time = Math.max(this.time, at)
      callback()
    }
    this.time = until
  }

  report(report: TapReport): void {
    this.listener?.message(JSON.stringify(report))
  }

  hello(): void {
    this.report({ type: 'hello', version: 1, limits: { bytes: 1_000_000 } })
  }

  /** The server's clock shows the page's. */
  bytes(from: 'client' | 'server', data: Uint8Array): void {
    const time = this.time
    this.report({ type: 'bytes', connectionId: 'ws-1', from, time, data: toBase64(data) })
  }

  /** Answers what was asked and was not answered yet. */
  answer(): void {
    for (const text of this.sent.splice(0)) {
      // What the page sends is checked by the lab server's own tests.
      const { id } = JSON.parse(text) as { id: number }
      this.report({ type: 'synced', id, time: this.time })
    }
  }
}

class Audience {
  readonly events: TraceEvent[] = []
  readonly states: WiretapState['kind'][] = []
  readonly ends: string[] = []
  until = 0

  readonly listen = (message: RunMessage): void => {
    if (message.type === 'records') {
      this.events.push(...message.events)
      this.until = message.computedUntil
    } else if (message.type === 'ended') this.ends.push(`${message.reason} ${message.time}`)
    else if (message.type === 'failed') this.ends.push(message.problem.kind)
    else if (message.type === 'wiretap') this.states.push(message.state.kind)
  }
}

describe('startTapped', () => {
  let stage: Stage
  let audience: Audience
  let asked: RunRequest | undefined
  let sandbox: RunListener | undefined
  let stops: number
  const host: Pick<SandboxHost, 'start'> = {
    start(toRun, listener) {
      asked = toRun
      sandbox = listener
      return { send() {}, stop: () => (stops += 1) }
    },
  }
  const start = (changes: Partial<RunRequest> = {}) =>
    startTapped(host, { ...request, ...changes }, audience.listen, stage)

  beforeEach(() => {
    stage = new Stage()
    audience = new Audience()
    stops = 0
  })

  it('opens the reader before the program starts, and gives the guest the token', () => {
    start()
    expect(stage.connected).toEqual([`ws://localhost:8101/wiretap/${token}`])
    expect(asked?.endpoint).toMatchObject({ kind: 'lab', wiretap: token })
    stage.hello()
    expect(audience.states).toEqual(['connecting', 'reading'])
  })

  it.each<[string, Partial<RunRequest>]>([
    ['a live endpoint', { endpoint: { kind: 'live', url: 'wss://echo.example/lab/echo' } }],
    ['a lab server at an address of its own kind', { endpoint: { kind: 'lab', url: 'ws://a/b' } }],
    ['sockets that are not routed', { routed: false }],
  ])('reads nothing for %s', (_name, changes) => {
    start(changes)
    expect(stage.connected).toEqual([])
    expect(asked).toEqual({ ...request, ...changes })
  })

  it('makes one trace once both sides have reported', () => {
    start()
    stage.hello()
    stage.answer()
    stage.time = 2
    sandbox?.({ type: 'records', events: traceOf(...made(0)), computedUntil: 1 })
    stage.bytes('client', head.bytes)
    stage.bytes('server', response.bytes)
    stage.answer()
    stage.pass(10)
    const told = audience.events.map(({ side, type }) => `${side} ${type}`)
    expect(told.slice(3)).toEqual([
      'client willSendHandshakeRequest',
      'client bytesSent',
      'server bytesReceived',
      'server handshakeResponseSent',
      'server bytesSent',
    ])
    sandbox?.({ type: 'records', events: [], computedUntil: 20 })
    stage.pass(10)
    expect(audience.until).toBe(20)
  })

  it('asks for one sync at a time', () => {
    start()
    stage.hello()
    expect(stage.sent).toHaveLength(1)
    sandbox?.({ type: 'records', events: traceOf(...made(0)), computedUntil: 1 })
    expect(stage.sent).toHaveLength(1)
    stage.answer()
    expect(stage.sent).toHaveLength(1)
    stage.answer()
    expect(stage.sent).toHaveLength(0)
  })

  it('goes on without a recording that it cannot get', () => {
    start()
    sandbox?.({ type: 'records', events: traceOf(...made(0), ...opened(4)), computedUntil: 5 })
    stage.listener?.closed()
    stage.pass(1)
    expect(audience.states.at(-1)).toBe('missing')
    expect(audience.events).toHaveLength(7)
    expect(audience.events.every(({ side }) => side === 'client')).toBe(true)
  })

  it('waits no longer for a reader than it may take to open', () => {
    start()
    sandbox?.({ type: 'records', events: traceOf(...made(0)), computedUntil: 5 })
    stage.pass(300)
    expect(audience.events).toHaveLength(0)
    stage.pass(5000)
    expect(audience.events).toHaveLength(4)
    expect(audience.states).toEqual(['connecting', 'missing'])
    expect(stage.isClosed).toBe(true)
  })

  it('leaves a server that sends no wiretap messages', () => {
    start()
    stage.hello()
    stage.listener?.message('{"type":"secret"}')
    expect(audience.states.at(-1)).toBe('lost')
    expect(stage.isClosed).toBe(true)
  })

  it('reports that the recording is full', () => {
    start()
    stage.hello()
    stage.report({ type: 'lost', connectionId: 'ws-1', time: 1, bytes: 4096 })
    expect(audience.states.at(-1)).toBe('full')
  })

  it('ends once the ends of the connections are reported, not before', () => {
    start()
    stage.hello()
    stage.answer()
    sandbox?.({ type: 'records', events: traceOf(...made(0), ...opened(4)), computedUntil: 5 })
    stage.bytes('client', head.bytes)
    stage.bytes('server', response.bytes)
    sandbox?.({ type: 'ended', reason: 'idle', time: 5 })
    stage.answer()
    stage.pass(100)
    expect(audience.ends).toEqual([])
    stage.report({ type: 'ended', connectionId: 'ws-1', time: 105, how: 'fin', by: 'server' })
    stage.pass(10)
    expect(audience.events.at(-1)).toMatchObject({ type: 'transportClosed', side: 'server' })
    expect(audience.ends).toEqual([`idle ${audience.events.at(-1)?.time}`])
    expect(stage.isClosed).toBe(true)
    expect(stage.timers.size).toBe(0)
  })

  it('reports what the server saw after a stop, for half a second', () => {
    const run = start()
    stage.hello()
    stage.answer()
    sandbox?.({ type: 'records', events: traceOf(...made(0), ...opened(4)), computedUntil: 5 })
    stage.bytes('client', head.bytes)
    stage.bytes('server', response.bytes)
    stage.answer()
    stage.pass(20)
    run.stop()
    expect(stops).toBe(1)
    stage.bytes('client', maskedHello)
    stage.pass(20)
    expect(audience.events.at(-1)).toMatchObject({ type: 'messageReceived', side: 'server' })
    expect(stage.isClosed).toBe(false)
    stage.pass(500)
    expect(stage.isClosed).toBe(true)
    expect(stage.timers.size).toBe(0)
    expect(audience.ends).toEqual([])
  })
})
