import { beforeEach, expect, it } from 'vitest'
import type { RunOrder } from '../run/order.ts'
import { createRecording, type Recording } from '../run/recording.ts'
import { usePlayheadStore } from './playhead.ts'
import { useRecordingsStore } from './recordings.ts'
import { startApp } from './testing/app.ts'

const order = (isJudged: boolean): RunOrder => ({
  isJudged,
  endpointName: 'Built-in · echo',
  scenario: 'echo',
  lesson: null,
  request: {
    program: { 'client.js': '' },
    endpoint: { kind: 'live', url: 'wss://echo.example/' },
    routed: true,
    until: null,
    inputs: [],
    predictions: [],
  },
})

/** A finished run of this length, milliseconds. */
function recorded(end: number, isJudged = true): Recording {
  return Object.assign(createRecording(null, order(isJudged)), { end, complete: true })
}

beforeEach(() => {
  startApp()
})

it('shows a recording at the time of the one before, if it is long enough', () => {
  const recordings = useRecordingsStore()
  const playhead = usePlayheadStore()
  recordings.add(recorded(100))
  playhead.seek(80)
  recordings.select(3)
  const short = recorded(50, false)
  recordings.add(short)
  expect(recordings.shown).toBe(short)
  expect([playhead.end, playhead.time, playhead.complete]).toEqual([50, 50, true])
  expect(recordings.selected).toBeNull()
})

it('knows the learner’s own run, and goes back to it', () => {
  const recordings = useRecordingsStore()
  const own = recorded(100)
  const other = recorded(50, false)
  recordings.add(own)
  recordings.add(other)
  expect([recordings.own, recordings.latest]).toEqual([own, other])
  recordings.showOwn()
  expect([recordings.shown, recordings.latest]).toEqual([own, other])
})

it('remembers the time in the own run while another is shown', () => {
  const recordings = useRecordingsStore()
  const playhead = usePlayheadStore()
  recordings.add(recorded(100))
  playhead.seek(80)
  recordings.add(recorded(50, false))
  playhead.seek(20)
  expect(recordings.timeInOwn).toBe(80)
})

it('has the problems and the failure before the playhead', () => {
  const recordings = useRecordingsStore()
  const playhead = usePlayheadStore()
  const recording = recorded(100)
  recordings.add(recording)
  recording.problems = [10, 60].map((time) => ({ kind: 'exception', message: 'no', time }))
  recording.failures = [10, 60].map((time) => ({
    time,
    seq: time,
    url: 'wss://echo.example/',
    connectionId: 'ws-1',
    isRouted: true,
    after: 1,
    answer: null,
  }))
  playhead.seek(50)
  expect(recordings.problems).toMatchObject([{ time: 10 }])
  expect(recordings.failure).toMatchObject({ time: 10 })
  playhead.seek(70)
  expect(recordings.problems).toHaveLength(2)
  expect(recordings.failure).toMatchObject({ time: 60 })
})

it('is empty again when it is cleared', () => {
  const recordings = useRecordingsStore()
  const playhead = usePlayheadStore()
  recordings.add(recorded(100))
  playhead.seek(80)
  recordings.clear()
  expect([recordings.latest, recordings.own, recordings.header]).toEqual([null, null, null])
  expect([playhead.end, playhead.time, playhead.complete]).toEqual([0, 0, true])
})

it('keeps the last ten runs of the program, the latest last, and forgets them with the program', () => {
  const recordings = useRecordingsStore()
  const runs = Array.from({ length: 12 }, (_, index) => recorded(100 + index))
  for (const run of runs) {
    recordings.add(run)
    // A sample is run again at once, and is not kept.
    recordings.add(recorded(50, false))
  }
  expect(recordings.ownRuns).toEqual(runs.slice(2))
  const cut = recorded(5)
  const last = runs[11]
  if (last !== undefined) recordings.replace(last, cut)
  expect(recordings.ownRuns.at(-1)).toBe(cut)
  recordings.clear()
  expect(recordings.ownRuns).toEqual([])
})
