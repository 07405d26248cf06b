import { describe, expect, it } from 'vitest'
import { EventStreamValidator } from '../core/trace/schema.ts'
import {
  parseGuestMessage,
  parseHostMessage,
  type GuestMessage,
  type StartMessage,
} from './messages.ts'
import { prepareProgram } from './prepare-program.ts'

const program = { 'client.js': 'new WebSocket("ws://x/")', 'server.js': 'import "ws"' }

const start: StartMessage = {
  type: 'start',
  runId: 'run-1',
  program,
  endpoint: {
    kind: 'built-in',
    seed: 7,
    conditions: { latency: 20, jitter: 0, bandwidth: null },
  },
  routed: true,
  until: null,
  inputs: [{ time: 10, kind: 'click', target: '#go' }],
  prepared: prepareProgram(program),
  parts: ['deflate'],
  given: [{ part: 'node', text: '1' }],
  libraries: [{ name: 'vue', text: '1' }],
  serverLibraries: [{ name: 'graphql', specifiers: ['graphql'], text: '1' }],
  modules: [{ specifier: 'https://unpkg.com/vue', module: 'vue' }],
}

const records: GuestMessage = {
  type: 'records',
  runId: 'run-1',
  events: [
    {
      type: 'consoleMessage',
      seq: 0,
      time: 0,
      side: 'client',
      provenance: 'observed',
      level: 'log',
      arguments: [],
    },
  ],
  computedUntil: 0,
}

describe('messages of the page', () => {
  it.each([
    ['start', start],
    [
      'an idle timeout',
      {
        ...start,
        endpoint: {
          ...start.endpoint,
          conditions: { latency: 20, jitter: 0, bandwidth: null, idleTimeout: 60_000 },
        },
      },
    ],
    ['a live endpoint', { ...start, endpoint: { kind: 'live', url: 'wss://x/' } }],
    [
      'interventions',
      {
        ...start,
        interventions: [
          { kind: 'dropFrame', seq: 12 },
          { kind: 'dropFrame', time: 5, connectionId: 'ws-1', side: 'server' },
          { kind: 'cut', time: 5, how: 'silence', connectionId: 'ws-1' },
          { kind: 'stallServer', time: 5, duration: 100 },
          { kind: 'delay', time: 5, duration: 100 },
        ],
      },
    ],
    ['computeUntil', { type: 'computeUntil', runId: 'run-1', time: 60_000 }],
    ['endAtHorizon', { type: 'endAtHorizon', runId: 'run-1' }],
  ])('are read: %s', (_name, message) => {
    expect(parseHostMessage(message)).toEqual({ ok: true, message })
  })

  it.each([
    ['no object', 'start', 'message: expected an object, got a string'],
    ['an unknown type', { type: 'stop', runId: 'run-1' }, 'message.type: stop is not known'],
    [
      'an intervention of no time',
      { ...start, interventions: [{ kind: 'delay', duration: 1 }] },
      'message.interventions[0].time: missing',
    ],
    [
      'a cut of another kind',
      { ...start, interventions: [{ kind: 'cut', time: 1, how: 'scissors' }] },
      'message.interventions[0].how: expected one of fin, rst, silence',
    ],
    [
      'a program without client.js',
      { ...start, program: {} },
      'message.program.client.js: missing',
    ],
    [
      'another file',
      { ...start, program: { 'client.js': '', 'other.js': '' } },
      'message.program.other.js: not a property of this',
    ],
    [
      'a seed that is no 32-bit integer',
      { ...start, endpoint: { ...start.endpoint, seed: 2 ** 32 } },
      'message.endpoint.seed: 4294967296 is not 0 to 4294967295',
    ],
    [
      'a time before the run',
      { type: 'computeUntil', runId: 'run-1', time: -1 },
      `message.time: -1 is not 0 to ${Number.MAX_VALUE}`,
    ],
  ])('are refused with %s', (_name, message, problem) => {
    expect(parseHostMessage(message)).toEqual({ ok: false, problem })
  })
})

describe('messages of a sandbox', () => {
  it.each<GuestMessage>([
    { type: 'ready' },
    { type: 'started', runId: 'run-1', browser: 'Mozilla/5.0' },
    records,
    { type: 'heartbeat', runId: 'run-1' },
    { type: 'unguarded', runId: 'run-1', file: 'client.js', message: 'Unexpected token' },
    { type: 'ended', runId: 'run-1', reason: 'idle', time: 12.5 },
  ])('are read: $type', (message) => {
    expect(parseGuestMessage(message, new EventStreamValidator())).toEqual({ ok: true, message })
  })

  it('are refused with an invalid event', () => {
    const made = { ...records, events: [{ type: 'consoleMessage', seq: 0, time: 0 }] }
    const result = parseGuestMessage(made, new EventStreamValidator())
    expect(result.ok).toBe(false)
  })

  it('are refused with an event that came before', () => {
    const validator = new EventStreamValidator()
    expect(parseGuestMessage(records, validator).ok).toBe(true)
    expect(parseGuestMessage(records, validator).ok).toBe(false)
  })

  it('are refused with an unknown reason', () => {
    const message = { type: 'ended', runId: 'run-1', reason: 'bored', time: 1 }
    expect(parseGuestMessage(message, new EventStreamValidator())).toEqual({
      ok: false,
      problem: 'message.reason: expected one of idle, until, horizon, failed',
    })
  })
})
