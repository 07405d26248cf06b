import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { createRecording } from '../run/recording.ts'
import { useComparisonStore } from './comparison.ts'
import { useEndpointStore } from './endpoint.ts'
import { usePlayheadStore } from './playhead.ts'
import { holdTime, openSession } from './testing/open-session.ts'
import { ends, started } from './testing/sandbox-host.ts'

vi.mock('../sandbox/host.ts', () => import('./testing/sandbox-host.ts'))

const click = (at: number) => ({ type: 'userInput', kind: 'click', target: '#send', at }) as const
const load = { type: 'pageLifecycle', phase: 'load' } as const

async function open(page?: string) {
  const program = { 'client.js': 'start()', ...(page === undefined ? {} : { 'page.html': page }) }
  return { ...(await openSession(program)), comparison: useComparisonStore() }
}

holdTime()

it('lays the reader’s run beside the recording of a case', async () => {
  const { session, recordings, comparison } = await open()
  await nextTick()
  comparison.compareWithRecording()
  expect(comparison.pair).toBeNull()
  session.run()
  ends()
  const { own } = recordings
  const order = own?.order
  if (!order) throw new Error('the run has an order')
  const recording = createRecording(own.header, {
    ...order,
    isJudged: false,
    beside: { kind: 'start' },
  })
  recordings.add(recording)
  comparison.compareWithRecording()
  expect(comparison.pair).toMatchObject({ here: recording, there: own })
  expect(recordings.shown).toBe(own)
  expect(comparison.showsAnotherRun).toBe(false)
})

describe('a run again with an intervention', () => {
  const cut = { kind: 'cut', time: 40, how: 'rst' } as const
  const stall = { kind: 'stallServer', time: 60, duration: 1000 } as const

  it('is the same order with one more intervention, shown where it begins', async () => {
    const { session, recordings, comparison } = await open()
    await nextTick()
    session.run()
    ends()
    const own = recordings.shown
    comparison.intervene(cut, 40)
    expect(started[1]?.request).toEqual({ ...started[0]?.request, interventions: [cut] })
    ends()
    expect(usePlayheadStore().time).toBe(40)
    expect(comparison.pair).toMatchObject({ here: own, there: recordings.shown, mode: 'sameWorld' })
    expect(comparison.showsAnotherRun).toBe(true)
    expect(recordings.own).toBe(own)
  })

  it('adds to the shown run, and is compared with the first', async () => {
    const { session, recordings, comparison } = await open()
    await nextTick()
    session.run()
    ends()
    const own = recordings.shown
    comparison.intervene(cut, 40)
    ends()
    comparison.intervene(stall, 60)
    expect(started[2]?.request.interventions).toEqual([cut, stall])
    expect(comparison.pair?.here).toBe(own)
    comparison.show('here')
    comparison.intervene(stall, 60)
    expect(started[3]?.request.interventions).toEqual([stall])
  })

  it('goes back to the own run in one step, or ends with the next', async () => {
    const { session, recordings, comparison } = await open()
    await nextTick()
    session.run()
    ends()
    const own = recordings.shown
    comparison.intervene(cut, 40)
    comparison.close()
    expect(started[1]?.isStopped).toBe(true)
    expect([recordings.shown, comparison.pair]).toEqual([own, null])
    comparison.intervene(cut, 40)
    session.run()
    expect(comparison.pair).toBeNull()
  })

  it('repeats what a user did on the page', async () => {
    const { session, comparison } = await open('<button id="send">')
    await nextTick()
    session.run()
    ends(traceFrom([load, click(20), click(30)]))
    comparison.intervene(cut, 40)
    expect(started[1]?.request.inputs).toEqual([
      { time: 20, kind: 'click', target: '#send' },
      { time: 30, kind: 'click', target: '#send' },
    ])
  })

  it('is refused after a file was chosen, and on a real network', async () => {
    const { session, comparison } = await open('<input type="file" id="f">')
    await nextTick()
    expect(comparison.obstacle).toBe('noRun')
    session.run()
    ends(
      traceFrom([{ type: 'userInput', kind: 'type', target: '#f', value: 'C:\\fakepath\\a.txt' }]),
    )
    expect(comparison.obstacle).toBe('fileChosen')
    useEndpointStore().choose({ kind: 'live', url: 'wss://echo.example/' })
    session.run()
    expect(comparison.obstacle).toBe('realNetwork')
    comparison.intervene(cut, 40)
    expect(started).toHaveLength(2)
  })
})

describe('a run on another endpoint', () => {
  it('runs the same files there, without their server, and keeps the chosen endpoint', async () => {
    const { session, comparison } = await open()
    await nextTick()
    session.run()
    ends()
    comparison.runOn({ kind: 'live', url: 'wss://echo.example/' })
    expect(started[1]?.request).toMatchObject({
      program: { 'client.js': 'start()' },
      endpoint: { kind: 'live', url: 'wss://echo.example/' },
    })
    expect(started[1]?.request.program['server.js']).toBeUndefined()
    expect(comparison.pair?.mode).toBe('twoEndpoints')
    expect(useEndpointStore().choice.kind).toBe('built-in')
  })

  it('runs both again if the program has changed', async () => {
    const { session, workspace, comparison } = await open()
    await nextTick()
    session.run()
    ends()
    workspace.setFile('client.js', 'other()')
    comparison.runOn({ kind: 'live', url: 'wss://echo.example/' })
    expect(started.map(({ request }) => request.endpoint.kind)).toEqual(['built-in', 'built-in'])
    expect(started[1]?.endsAtHorizon).toBe(true)
    ends()
    await nextTick()
    expect(started.map(({ request }) => request.program['client.js'])).toEqual([
      'start()',
      'other()',
      'other()',
    ])
    expect(started[2]?.request.endpoint.kind).toBe('live')
  })
})

describe('a program that takes input from its page', () => {
  it('is computed no further than the playhead', async () => {
    const { session } = await open('<button id="send">')
    await nextTick()
    session.run()
    expect(started[0]?.asked).toEqual([50])
    started[0]?.listener({ type: 'records', events: [], computedUntil: 50 })
    usePlayheadStore().seek(30)
    await nextTick()
    expect(started[0]?.asked).toEqual([50, 80])
    const { session: plain } = await open()
    await nextTick()
    plain.run()
    expect(started[1]?.asked).toEqual([60_000])
  })
})
