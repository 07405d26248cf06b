import { nextTick } from 'vue'
import { expect, it, vi } from 'vitest'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { useBesideStore } from './beside.ts'
import { useFrontViewStore } from './front-view.ts'
import { useLooksStore } from './looks.ts'
import { usePlayheadStore } from './playhead.ts'
import { useShownPaneStore } from './shown-pane.ts'
import { holdTime } from './testing/open-session.ts'
import { openLesson } from './testing/open-lesson.ts'
import { ends, started } from './testing/sandbox-host.ts'

vi.mock('../sandbox/host.ts', () => import('./testing/sandbox-host.ts'))

const close = {
  type: 'eventFired',
  eventType: 'close',
  listeners: 1,
  code: 1005,
  reason: '',
  wasClean: true,
} as const
const load = { type: 'pageLifecycle', phase: 'load' } as const
const thrown = { type: 'uncaughtError', kind: 'exception', name: 'Error', message: 'no' } as const

async function open() {
  return { ...(await openLesson()), looks: useLooksStore(), playhead: usePlayheadStore() }
}

holdTime()

it('before a run a look asks for one, and shows its event once it is over', async () => {
  const { session, recordings, looks, playhead } = await open()
  expect(looks.isLive('closed')).toBe(false)
  looks.follow('closed')
  expect([looks.asked, recordings.selected]).toEqual(['closed', null])
  session.run()
  ends(traceFrom([load, { ...close, at: 50 }]))
  playhead.toEnd()
  await nextTick()
  expect([looks.asked, looks.chosen, recordings.selected]).toEqual([null, 'closed', 1])
})

it('a look into a run that plays opens its view, selects its event and shows the run whole', async () => {
  const { session, recordings, looks, playhead } = await open()
  session.run()
  ends(traceFrom([load, { ...close, at: 50 }]))
  looks.follow('closed')
  expect(useFrontViewStore().chosen).toBe('log')
  expect(useShownPaneStore().chosen).toBe('wire')
  expect([recordings.selected, playhead.atEnd, looks.chosen]).toEqual([1, true, 'closed'])
  recordings.select(0)
  expect(looks.chosen).toBeNull()
})

it('a look at a sample is live once the sample ran, and returns to its run', async () => {
  const { session, recordings, looks, playhead } = await open()
  const beside = useBesideStore()
  session.run()
  ends()
  expect(looks.isLive('threw')).toBe(false)
  const run = beside.run({ kind: 'try', id: 'early' })
  ends(traceFrom([load, thrown]))
  beside.back()
  looks.follow('threw')
  expect([recordings.shown, recordings.selected]).toEqual([run, 1])
  // The time of the reader's own run means nothing in it.
  expect(playhead.atEnd).toBe(true)
})

it('where the reader’s program does no such thing, the starter runs beside it', async () => {
  const { session, recordings, workspace, looks } = await open()
  workspace.setFile('client.js', 'mine()')
  session.run()
  ends(traceFrom([load]))
  looks.follow('closed')
  expect(started.at(-1)?.request.program).toMatchObject({ 'client.js': 'start()' })
  ends(traceFrom([load, close]))
  await nextTick()
  expect(recordings.shown.order?.beside).toEqual({ kind: 'start' })
  expect([recordings.selected, looks.chosen]).toEqual([1, 'closed'])
})

it('where the starter itself does no such thing, the look says so', async () => {
  const { session, looks } = await open()
  session.run()
  ends(traceFrom([load]))
  looks.follow('closed')
  expect(looks.missing).toBe('closed')
})
