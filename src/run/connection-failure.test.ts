import { describe, expect, it } from 'vitest'
import { traceOf, type EventSketch } from '../core/trace/testing/sketch.ts'
import {
  causesOf,
  UnopenedConnections,
  type ConnectionFailure,
  type FailureSurroundings,
} from './connection-failure.ts'

const created: EventSketch = { type: 'created', url: 'wss://a.example/', protocols: [], at: 5 }
const failed: EventSketch = { type: 'closed', code: 1006, reason: '', wasClean: false, at: 30 }

function unopened(...sketches: EventSketch[]) {
  const connections = new UnopenedConnections()
  return traceOf(...sketches).flatMap((event) => connections.accept(event) ?? [])
}

describe('a connection that failed before it opened', () => {
  it('is reported with its URL and how long it took', () => {
    expect(unopened(created, failed)).toEqual([
      {
        connectionId: 'ws-1',
        url: 'wss://a.example/',
        isRouted: false,
        time: 30,
        after: 25,
        seq: 1,
        answer: null,
      },
    ])
  })

  it('is reported with the URL that it was routed to', () => {
    const [failure] = unopened({ ...created, routedTo: 'ws://localhost:1/' }, failed)
    expect(failure).toMatchObject({ url: 'ws://localhost:1/', isRouted: true })
  })

  it('has the response that a lab server recorded, and the rule that it broke', () => {
    const answer = { type: 'handshakeResponseReceived', headers: [], byteLength: 93 } as const
    const [failure] = unopened(
      created,
      { ...answer, status: 401, statusText: 'Unauthorized' },
      { type: 'frameError', provenance: 'reconstructed', message: 'The status is 401, not 101' },
      failed,
    )
    expect(failure?.answer).toEqual({
      status: 401,
      statusText: 'Unauthorized',
      seq: 1,
      rule: 'The status is 401, not 101',
    })
  })

  it('never was open', () => {
    expect(unopened(created, { type: 'readyStateChanged', from: 0, to: 1 }, failed)).toEqual([])
  })

  it('was not closed by the program while connecting', () => {
    expect(unopened(created, { type: 'readyStateChanged', from: 0, to: 2 }, failed)).toEqual([])
  })
})

describe('causesOf', () => {
  const failure: ConnectionFailure = {
    connectionId: 'ws-1',
    url: 'wss://a.example/',
    isRouted: true,
    time: 30,
    after: 25,
    seq: 1,
    answer: null,
  }
  const online: FailureSurroundings = {
    pageUrl: 'https://course.example/',
    isOnline: true,
    endpoint: 'live',
  }
  const atHome: FailureSurroundings = { ...online, pageUrl: 'http://localhost:8101/' }
  const causes = (
    changes: Partial<ConnectionFailure>,
    surroundings: FailureSurroundings = online,
  ) => causesOf({ ...failure, ...changes }, surroundings)

  it('are, for a public server: it is unreachable, its certificate is bad, it refused', () => {
    expect(causes({})).toEqual(['unreachable', 'certificate', 'refused'])
    expect(causes({ url: 'ws://a.example/' }, atHome)).toEqual(['unreachable', 'refused'])
  })

  it('are, for this machine: nothing listens, and from outside, a permission', () => {
    expect(causes({ url: 'ws://localhost:9/x' }, atHome)).toEqual(['blockedPort'])
    expect(causes({ url: 'ws://localhost:8080/' }, atHome)).toEqual(['nobodyListens', 'refused'])
    expect(causes({ url: 'ws://localhost:8080/' })).toEqual([
      'permission',
      'nobodyListens',
      'refused',
    ])
  })

  it('are the rule of the browser that forbids it', () => {
    expect(causes({ url: 'ws://a.example/' })).toEqual(['mixedContent'])
    expect(causes({ url: 'wss://a.example:6000/' })).toEqual(['blockedPort'])
  })

  it('are a missing network, except for this machine', () => {
    expect(causes({}, { ...online, isOnline: false })).toEqual(['offline'])
    expect(causes({ url: 'ws://localhost:8080/' }, { ...atHome, isOnline: false })).toEqual([
      'nobodyListens',
      'refused',
    ])
  })

  it('are silence if nobody answered for long', () => {
    expect(causes({ after: 21_000 })).toEqual(['silence', 'certificate', 'refused'])
  })

  it('are a lab server that does not run', () => {
    const lab = { url: 'ws://localhost:8101/lab/echo' }
    expect(causes(lab, { ...atHome, endpoint: 'lab' })).toEqual(['labServer'])
  })

  it('are none if there was a response', () => {
    const answer = { status: 401, statusText: 'Unauthorized', seq: 4, rule: null }
    expect(causes({ answer })).toEqual([])
  })
})
