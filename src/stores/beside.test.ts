import { expect, it, vi } from 'vitest'
import { useBesideStore } from './beside.ts'
import { useNoticesStore } from './notices.ts'
import { usePlayheadStore } from './playhead.ts'
import { holdTime } from './testing/open-session.ts'
import { openLesson } from './testing/open-lesson.ts'
import { ends, started } from './testing/sandbox-host.ts'

vi.mock('../sandbox/host.ts', () => import('./testing/sandbox-host.ts'))

const early = { kind: 'try', id: 'early' } as const

async function open() {
  return { ...(await openLesson()), beside: useBesideStore(), playhead: usePlayheadStore() }
}

holdTime()

it('a sample runs in its world, and leaves the reader’s program and run as they are', async () => {
  const { session, recordings, workspace, beside, playhead } = await open()
  workspace.setFile('client.js', 'mine()')
  session.run()
  ends()
  playhead.toEnd()
  const { own } = recordings
  const run = beside.run(early)
  expect(started.at(-1)?.request).toMatchObject({
    program: { 'client.js': 'early()', 'server.js': '// echo server' },
    endpoint: { kind: 'built-in', seed: 7 },
    routed: true,
  })
  expect([recordings.shown, recordings.own]).toEqual([run, own])
  expect(beside.shown).toEqual(early)
  expect(workspace.files['client.js']).toBe('mine()')
})

it('back from a sample, the reader’s run is at the time it was left', async () => {
  const { session, recordings, beside, playhead } = await open()
  session.run()
  ends(undefined, 300)
  playhead.seek(300)
  beside.run(early)
  ends(undefined, 100)
  expect(playhead.time).toBe(100)
  beside.back()
  expect([recordings.shown === recordings.own, playhead.time]).toEqual([true, 300])
})

it('a run that still plays is at its end when the reader comes back to it', async () => {
  const { session, beside, playhead } = await open()
  session.run()
  ends(undefined, 300)
  beside.run(early)
  ends(undefined, 10)
  beside.back()
  expect(playhead.time).toBe(300)
})

it('back from a sample before the first run, there is nothing to show', async () => {
  const { recordings, beside } = await open()
  beside.run(early)
  ends()
  beside.back()
  expect([recordings.header, beside.shown]).toEqual([null, null])
})

it('a sample that is put into the editor can be taken out again', async () => {
  const { workspace, beside } = await open()
  workspace.setFile('client.js', 'mine()')
  beside.putIntoEditor('early')
  expect(workspace.files['client.js']).toBe('early()')
  useNoticesStore().notices.at(-1)?.action?.run()
  expect(workspace.files['client.js']).toBe('mine()')
})

it('knows that the program has changed since it ran', async () => {
  const { session, workspace, beside } = await open()
  expect(beside.hasChangedSinceRun).toBe(false)
  session.run()
  expect(beside.hasChangedSinceRun).toBe(false)
  workspace.setFile('client.js', 'mine()')
  expect(beside.hasChangedSinceRun).toBe(true)
  workspace.setFile('client.js', 'start()')
  expect(beside.hasChangedSinceRun).toBe(false)
})
