import { describe, expect, it } from 'vitest'
import type { LinkConditions, TraceHeader } from '../header.ts'
import { TraceLog } from '../log.ts'
import { traceOf, type EventSketch } from '../testing/sketch.ts'
import { TRACE_VERSION } from '../trace-versions.ts'
import { tcpConnectBefore } from './tcp-connect.ts'

const head = { method: 'GET', target: '/', headers: [], byteLength: 99 }

function connection(id: string, url: string, from: number, to: number, seq: number): EventSketch[] {
  return [
    { type: 'created', connectionId: id, url, protocols: [], at: from },
    { type: 'willSendHandshakeRequest', connectionId: id, ...head, at: to, cause: seq },
  ]
}

function headerOf(conditions: Partial<LinkConditions> | null): TraceHeader {
  return {
    version: TRACE_VERSION,
    clock: conditions === null ? 'real' : 'virtual',
    seed: 1,
    conditions: conditions && { latency: 40, jitter: 0, bandwidth: null, ...conditions },
    endpoint: { kind: conditions === null ? 'live' : 'built-in', name: '' },
    startedAt: null,
    browser: '',
  }
}

function before(seq: number, header: TraceHeader, ...sketches: readonly EventSketch[]) {
  const log = new TraceLog()
  for (const event of traceOf(...sketches)) log.append(event)
  const request = log.get(seq)
  if (request === undefined) throw new Error('no request')
  return tcpConnectBefore(log, header, request)
}

const ws = connection('ws-1', 'ws://example.com/', 0, 80, 0)

describe('tcpConnectBefore', () => {
  it('is the round trip of the link, from the constructor to the request', () => {
    const wanted = { duration: 80, latency: 40, isSecure: false }
    expect(before(1, headerOf({}), ...ws)).toEqual(wanted)
  })

  it('knows a secure connection, whose TLS nobody simulates', () => {
    const wss = connection('ws-1', 'wss://example.com/', 10, 90, 0)
    expect(before(1, headerOf({}), ...wss)?.isSecure).toBe(true)
  })

  it('names no single way if jitter made the two differ', () => {
    const connect = before(1, headerOf({ latency: 35, jitter: 10 }), ...ws)
    expect(connect).toEqual({ duration: 80, isSecure: false })
  })

  it('is known for the first connection of a run only', () => {
    const second = connection('ws-2', 'ws://example.com/', 80, 160, 2)
    expect(before(3, headerOf({}), ...ws, ...second)).toBeUndefined()
  })

  it('is unknown on a real network', () => {
    expect(before(1, headerOf(null), ...ws)).toBeUndefined()
  })

  it('is unknown if the link does not explain the time: a server that starts late', () => {
    expect(before(1, headerOf({ latency: 20 }), ...ws)).toBeUndefined()
  })

  it('is nothing on a link without latency', () => {
    const atOnce = connection('ws-1', 'ws://example.com/', 0, 0, 0)
    expect(before(1, headerOf({ latency: 0 }), ...atOnce)).toBeUndefined()
  })
})
