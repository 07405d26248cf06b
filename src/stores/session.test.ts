import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { DEFAULT_CONFIG, type ConfigResult } from './config.ts'
import { useEndpointStore } from './endpoint.ts'
import { usePlayheadStore } from './playhead.ts'
import { holdTime, openSession } from './testing/open-session.ts'
import { ends, records, started } from './testing/sandbox-host.ts'

vi.mock('../sandbox/host.ts', () => import('./testing/sandbox-host.ts'))

const load = { type: 'pageLifecycle', phase: 'load' } as const
const thrown = {
  type: 'uncaughtError',
  kind: 'exception',
  name: 'TypeError',
  message: 'no',
} as const

async function open() {
  return { ...(await openSession()), playhead: usePlayheadStore() }
}

holdTime()

describe('a run', () => {
  it('is shown from its start, and runs until the playhead is at its end', async () => {
    const { session, recordings, playhead } = await open()
    expect(session.status).toBe('idle')
    session.run()
    expect(recordings.shown).toBe(recordings.latest)
    expect(recordings.header).toMatchObject({ clock: 'virtual', browser: 'test' })
    expect([session.status, playhead.time, playhead.playing]).toEqual(['running', 0, true])
    ends()
    expect([session.computing, session.status]).toEqual([false, 'running'])
    playhead.toEnd()
    expect(session.status).toBe('ended')
  })

  it('has failed if its program could not run', async () => {
    const { session, recordings } = await open()
    session.run()
    started[0]?.listener({ type: 'failed', problem: { kind: 'loadFailed', detail: 'gone' } })
    expect(session.status).toBe('failed')
    expect(recordings.problems).toMatchObject([{ kind: 'loadFailed', message: 'gone' }])
    expect(recordings.shown.complete).toBe(true)
  })

  it('is unresponsive until it frees its event loop, or ends', async () => {
    const { session } = await open()
    session.run()
    started[0]?.listener({ type: 'unresponsive', isUnresponsive: true })
    expect(session.unresponsive).toBe(true)
    ends()
    expect(session.unresponsive).toBe(false)
  })

  it('is stopped where it is, and says so', async () => {
    const { session, recordings, playhead } = await open()
    session.run()
    records(traceFrom([load]), 40)
    session.stop()
    expect(started[0]?.isStopped).toBe(true)
    expect([session.status, playhead.complete]).toEqual(['stopped', true])
    expect(recordings.shown).toMatchObject({ stoppedAt: playhead.time, end: playhead.time })
    expect(recordings.own).toBe(recordings.shown)
  })

  it('that is stopped keeps what was seen, and nothing that was computed ahead', async () => {
    const { session, recordings, playhead } = await open()
    session.run()
    const later = { ...load, at: 50 }
    records(traceFrom([load, later, { ...load, at: 9_000 }]), 10_000)
    playhead.seek(60)
    session.stop()
    expect([recordings.shown.end, playhead.end, playhead.time]).toEqual([60, 60, 60])
    expect(recordings.log.read().nextSeq).toBe(2)
    expect(recordings.shown.order).toBe(recordings.latest?.order)
  })

  it('replaces the present run', async () => {
    const { session, recordings } = await open()
    session.run()
    session.run()
    expect(started.map(({ isStopped }) => isStopped)).toEqual([true, false])
    expect(recordings.shown).toBe(recordings.latest)
    expect(session.status).toBe('running')
  })

  it('is forgotten when another program is opened', async () => {
    const { session, workspace, recordings, playhead } = await open()
    session.run()
    records(traceFrom([load]), 40)
    workspace.open('other', { program: { 'client.js': '' }, scenario: null })
    await nextTick()
    expect([session.status, recordings.latest, recordings.own]).toEqual(['idle', null, null])
    expect([recordings.header, recordings.log.read().length]).toEqual([null, 0])
    expect([playhead.end, playhead.complete]).toEqual([0, true])
  })

  it('needs a sandbox', async () => {
    const { session, recordings } = await open()
    session.detach()
    session.run()
    expect([started.length, recordings.latest]).toEqual([0, null])
  })
})

describe('what still comes after Stop', () => {
  it('is recorded and followed, but is no problem of the program', async () => {
    const { session, recordings, playhead } = await open()
    useEndpointStore().choose({ kind: 'live', url: 'wss://echo.example/' })
    session.run()
    records(traceFrom([load]), 40)
    session.stop()
    records(traceFrom([load, { ...thrown, at: 90 }]).slice(1), 90)
    vi.runAllTimers()
    await nextTick()
    expect(recordings.log.read().length).toBe(2)
    expect(recordings.problems).toEqual([])
    expect([playhead.end, playhead.time]).toEqual([90, 90])
  })
})

describe('how far a run is computed', () => {
  it('is ahead of the playhead, and to the end for a viewer who goes there', async () => {
    const { session, playhead } = await open()
    session.run()
    records(traceFrom([load]), 1_000)
    expect(started[0]?.asked).toEqual([60_000])
    playhead.seek(10_000)
    await nextTick()
    expect(started[0]?.asked).toEqual([60_000, 70_000])
    playhead.toEnd()
    await nextTick()
    expect(started[0]?.endsAtHorizon).toBe(true)
  })
})

describe('a Run that is pressed before config.json is loaded', () => {
  /** An instructor sends every program to a server on the Internet. */
  const live: ConfigResult = {
    problems: [],
    config: {
      ...DEFAULT_CONFIG,
      endpoints: [{ name: 'Live', kind: 'live', url: 'wss://live.example/' }],
      defaultEndpoint: 'Live',
    },
  }

  async function openUnconfigured() {
    const opened = await open()
    let resolve: (result: ConfigResult) => void = () => {}
    const loading = new Promise<ConfigResult>((settle) => (resolve = settle))
    return { ...opened, resolve, configured: useEndpointStore().configure(loading) }
  }
  const endpoints = () => started.map(({ request }) => request.endpoint)

  it('waits, and goes where config.json says', async () => {
    const { session, resolve, configured } = await openUnconfigured()
    session.run()
    expect(session.status).toBe('running')
    expect(started).toEqual([])
    resolve(live)
    await configured
    expect(endpoints()).toEqual([{ kind: 'live', url: 'wss://live.example/' }])
  })

  it('goes where the course says when config.json cannot be loaded', async () => {
    const { session, resolve, configured } = await openUnconfigured()
    session.run()
    resolve({
      config: DEFAULT_CONFIG,
      problems: [{ reason: 'unreachable', params: { message: '404' } }],
    })
    await configured
    await vi.advanceTimersByTimeAsync(0)
    expect(endpoints()).toMatchObject([{ kind: 'built-in' }])
  })

  it('does not happen after Stop', async () => {
    const { session, resolve, configured } = await openUnconfigured()
    session.run()
    session.stop()
    resolve(live)
    await configured
    expect([session.status, started.length]).toEqual(['idle', 0])
  })

  it('does not happen after another program was opened', async () => {
    const { session, workspace, resolve, configured } = await openUnconfigured()
    session.run()
    workspace.open('first-echo', { program: { 'client.js': 'other()' }, scenario: null })
    resolve(live)
    await configured
    expect(started).toEqual([])
  })

  it('happens once', async () => {
    const { session, resolve, configured } = await openUnconfigured()
    session.run()
    session.run()
    resolve(live)
    await configured
    expect(started).toHaveLength(1)
  })
})
