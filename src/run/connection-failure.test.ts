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
  it('is told by its URL and how long it took', () => {
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

  it('is told by where it was routed', () => {
    const [failure] = unopened({ ...created, routedTo: 'ws://localhost:1/' }, failed)
    expect(failure).toMatchObject({ url: 'ws://localhost:1/', isRouted: true })
  })

  it('has the answer that a lab server recorded, and the rule that it broke', () => {
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

  it('is not one that was open', () => {
    expect(unopened(created, { type: 'readyStateChanged', from: 0, to: 1 }, failed)).toEqual([])
  })

  it('is not one that the program itself closed while it connected', () => {
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

  it('are for a public server: it is not there, its certificate is bad, it said no', () => {
    expect(causes({})).toEqual(['unreachable', 'certificate', 'refused'])
    expect(causes({ url: 'ws://a.example/' }, atHome)).toEqual(['unreachable', 'refused'])
  })

  it('are on this machine that nothing listens, and from outside a permission', () => {
    expect(causes({ url: 'ws://localhost:9/x' }, atHome)).toEqual(['blockedPort'])
    expect(causes({ url: 'ws://localhost:8080/' }, atHome)).toEqual(['nobodyListens', 'refused'])
    expect(causes({ url: 'ws://localhost:8080/' })).toEqual([
      'permission',
      'nobodyListens',
      'refused',
    ])
  })

  it('are a rule of the browser where one forbids it', () => {
    expect(causes({ url: 'ws://a.example/' })).toEqual(['mixedContent'])
    expect(causes({ url: 'wss://a.example:6000/' })).toEqual(['blockedPort'])
  })

  it('are that there is no network, this machine aside', () => {
    expect(causes({}, { ...online, isOnline: false })).toEqual(['offline'])
    expect(causes({ url: 'ws://localhost:8080/' }, { ...atHome, isOnline: false })).toEqual([
      'nobodyListens',
      'refused',
    ])
  })

  it('are silence where nobody answered for long', () => {
    expect(causes({ after: 21_000 })).toEqual(['silence', 'certificate', 'refused'])
  })

  it('are that the lab server does not run, where one was to answer', () => {
    const lab = { url: 'ws://localhost:8101/lab/echo' }
    expect(causes(lab, { ...atHome, endpoint: 'lab' })).toEqual(['labServer'])
  })

  it('are none where the answer is known', () => {
    const answer = { status: 401, statusText: 'Unauthorized', seq: 4, rule: null }
    expect(causes({ answer })).toEqual([])
  })
})
