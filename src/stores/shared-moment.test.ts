import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { baseOfPlay } from '../core/share/base-of-lesson.ts'
import { toFragment } from '../core/share/fragment.ts'
import { toMomentFile } from '../core/share/moment-file.ts'
import type { Moment, RunMoment } from '../core/share/moment.ts'
import { NO_BASE, pack } from '../core/share/packed-moment.ts'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { useCourseStore } from './course.ts'
import { useEndpointStore } from './endpoint.ts'
import { useFrontViewStore } from './front-view.ts'
import { useNoticesStore } from './notices.ts'
import { PLAY_STARTER } from './play-starter.ts'
import { useRecordingsStore } from './recordings.ts'
import { useScenariosStore } from './scenarios.ts'
import { useSessionStore } from './session.ts'
import { useSharedMomentStore } from './shared-moment.ts'
import { startApp } from './testing/app.ts'
import { holdTime } from './testing/open-session.ts'
import { ends, started } from './testing/sandbox-host.ts'
import { useWorkspaceStore } from './workspace.ts'

vi.mock('../sandbox/host.ts', () => import('./testing/sandbox-host.ts'))

holdTime()

const events = traceFrom([
  { type: 'pageLifecycle', phase: 'load' },
  { type: 'pageLifecycle', phase: 'hidden' },
])

const sight = { lesson: null, selected: 1, time: 60, view: 'log', note: 'Look' }

function open() {
  startApp({ content: { slugs: ['hello'] } })
  const session = useSessionStore()
  const workspace = useWorkspaceStore()
  // The fake sandbox touches no element.
  session.attach(Object.create(null) as HTMLElement, '')
  useEndpointStore().enter('play', null)
  workspace.open('play', PLAY_STARTER)
  workspace.setFile('client.js', 'mine()')
  started.length = 0
  return { session, workspace, recordings: useRecordingsStore(), shared: useSharedMomentStore() }
}

const linkTo = (moment: Moment) =>
  ({ kind: 'link', fragment: toFragment(pack(moment, NO_BASE)) }) as const

const moment: RunMoment = {
  kind: 'run',
  ...sight,
  scenario: 'echo',
  program: { 'client.js': 'theirs()', 'server.js': '// echo server' },
  world: {
    conditions: { latency: 250, jitter: 0, bandwidth: null },
    seed: 9,
    until: 400,
    inputs: [],
    interventions: [{ kind: 'cut', time: 100, how: 'rst' }],
  },
  routed: true,
  predictions: [],
  fingerprint: null,
}

describe('a moment that somebody shared', () => {
  it('is read and not run, and its program is lent to the editor', async () => {
    const { workspace, shared } = open()
    shared.read(linkTo(moment))
    await shared.show()
    expect(started).toEqual([])
    expect(workspace.files['client.js']).toBe('theirs()')
    expect(workspace.ownFiles['client.js']).toBe('mine()')
    expect(workspace.access).toBe('readable')
    workspace.setFile('client.js', 'typed()')
    expect(workspace.ownFiles['client.js']).toBe('mine()')
  })

  it('is what Run runs, as long as it is in the editor', async () => {
    const { session, shared } = open()
    shared.read(linkTo(moment))
    await shared.show()
    session.run()
    expect(started.at(-1)?.request.program['client.js']).toBe('theirs()')
    ends(events)
    shared.close()
    session.run()
    await vi.waitFor(() => expect(started.at(-1)?.request.program['client.js']).toBe('mine()'))
  })

  it('runs with its world when the reader says so, and shows what was selected', async () => {
    const { shared, recordings } = open()
    shared.read(linkTo(moment))
    await shared.show()
    shared.run()
    expect(started.at(-1)?.request).toMatchObject({
      program: { 'client.js': 'theirs()' },
      endpoint: { kind: 'built-in', seed: 9, conditions: { latency: 250 } },
      until: 400,
      interventions: [{ kind: 'cut' }],
    })
    ends(events)
    await nextTick()
    expect(recordings.selected).toBe(1)
    expect(useFrontViewStore().chosen).toBe('log')
    expect(recordings.own).toBeNull()
    expect(shared.differs).toBe(false)
  })

  it('says so where the run comes out differently', async () => {
    const { shared } = open()
    shared.read(linkTo({ ...moment, fingerprint: { count: 2, hash: 'other' } }))
    await shared.show()
    shared.run()
    ends(events)
    await nextTick()
    expect(shared.differs).toBe(true)
  })

  it('gives way to the reader’s own program and run', async () => {
    const { workspace, shared, recordings } = open()
    shared.read(linkTo(moment))
    await shared.show()
    shared.run()
    ends(events)
    shared.close()
    expect(workspace.files['client.js']).toBe('mine()')
    expect(workspace.access).toBe('open')
    expect(recordings.shown).toBe(recordings.own ?? recordings.shown)
    expect(shared.state).toBeNull()
  })

  it('is kept on its server and link, and given back', async () => {
    const { workspace, shared } = open()
    const endpoint = useEndpointStore()
    const before = endpoint.conditions.latency
    shared.read(linkTo(moment))
    await shared.show()
    shared.keep()
    expect(workspace.ownFiles['client.js']).toBe('theirs()')
    expect(endpoint.conditions.latency).toBe(250)
    useNoticesStore().notices.at(-1)?.action?.run()
    expect(workspace.ownFiles['client.js']).toBe('mine()')
    expect(endpoint.conditions.latency).toBe(before)
  })

  it('gives way to another program that the reader opens', async () => {
    const { workspace, shared } = open()
    shared.read(linkTo(moment))
    await shared.show()
    workspace.open('hello', PLAY_STARTER)
    await nextTick()
    expect(shared.state).toBeNull()
    expect(workspace.lent).toBeNull()
  })

  it('waits for the lesson that it belongs to', async () => {
    const { workspace, shared } = open()
    shared.read(linkTo({ ...moment, lesson: 'hello' }))
    await shared.show()
    expect([shared.place, workspace.lent]).toEqual(['hello', null])
  })

  it.each([
    ['of a lesson that the course lacks', { lesson: 'gone' }, 'noLesson'],
    ['that is no moment', { selected: -1 }, 'invalid'],
  ])('%s is refused', async (_, change, kind) => {
    const { workspace, shared } = open()
    shared.read(linkTo({ ...moment, ...change }))
    await shared.show()
    expect(shared.state).toMatchObject({ kind: 'problem', problem: { kind } })
    expect(workspace.files['client.js']).toBe('mine()')
  })

  it('comes as a file, too', async () => {
    const { workspace, shared } = open()
    const text = toMomentFile(pack(moment, NO_BASE))
    shared.read({ kind: 'file', name: 'theirs.json', text })
    await shared.show()
    expect(workspace.files['client.js']).toBe('theirs()')
  })

  it('leaves out a scenario’s server, and finds it again', async () => {
    const { shared } = open()
    const { sources } = useScenariosStore()
    const packed = pack(moment, baseOfPlay(sources))
    expect(packed).toMatchObject({ same: { 'server.js': 'scenario/echo' } })
    shared.read({ kind: 'link', fragment: toFragment(packed) })
    await shared.show()
    expect(shared.moment).toMatchObject({ program: { 'server.js': '// echo server' } })
    expect(useCourseStore().lesson).toBeNull()
  })
})
