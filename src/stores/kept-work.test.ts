import { describe, expect, it } from 'vitest'
import { useEndpointStore } from './endpoint.ts'
import { useKeptWorkStore } from './kept-work.ts'
import { useProgressStore } from './progress.ts'
import { startApp } from './testing/app.ts'
import { MAX_WORK_BYTES } from './work-file.ts'
import { useWorkspaceStore } from './workspace.ts'

const NOW = new Date('2026-12-01T12:00:00Z')
const starter = { program: { 'client.js': 'connect()\n' }, scenario: 'echo' }

/** Another browser, with the lesson `queue` open. */
function openBrowser(app: Parameters<typeof startApp>[0] = {}) {
  const started = startApp(app)
  useEndpointStore().enter('queue', { scenario: 'echo', bringsServer: false })
  const workspace = useWorkspaceStore()
  workspace.open('queue', starter)
  return { ...started, workspace, progress: useProgressStore(), work: useKeptWorkStore() }
}

const fileOf = (text: string, size = text.length) => ({ size, text: () => Promise.resolve(text) })

describe('the file of a reader’s work', () => {
  it('brings programs and progress to another browser', async () => {
    const home = openBrowser()
    home.workspace.setFile('client.js', 'connect() // mine\n')
    home.progress.record('queue', { tasks: ['a'], solved: true })
    const file = home.work.takeOut(NOW)
    const school = openBrowser()
    expect(await school.work.takeIn(fileOf(file))).toEqual({ ok: true, programs: 1, damaged: [] })
    expect(school.workspace.files['client.js']).toBe('connect() // mine\n')
    expect(school.progress.isSolved('queue')).toBe(true)
    const { backend } = school
    expect(openBrowser({ backend }).workspace.files['client.js']).toBe('connect() // mine\n')
  })

  it('joins what was solved here and there, task by task', async () => {
    const home = openBrowser()
    home.progress.record('queue', { tasks: ['a'] })
    home.progress.record('echo', { tasks: ['x'], solved: true })
    const file = home.work.takeOut(NOW)
    const school = openBrowser()
    school.progress.record('queue', { tasks: ['b'] })
    school.progress.predict('echo', 'when', 'here')
    await school.work.takeIn(fileOf(file))
    expect(school.progress.isTaskSolved('queue', 'a')).toBe(true)
    expect(school.progress.isTaskSolved('queue', 'b')).toBe(true)
    expect(school.progress.isSolved('echo')).toBe(true)
    expect(school.progress.predictionOf('echo', 'when')).toBe('here')
  })

  it('puts a later version of a program in place of the earlier one that it was made from', async () => {
    const home = openBrowser()
    home.workspace.setFile('client.js', 'first\n')
    const earlier = home.work.takeOut(NOW)
    const school = openBrowser()
    await school.work.takeIn(fileOf(earlier))
    school.workspace.setFile('client.js', 'second\n')
    const later = school.work.takeOut(NOW)
    const again = openBrowser({ backend: home.backend })
    await again.work.takeIn(fileOf(later))
    expect(again.workspace.files['client.js']).toBe('second\n')
    expect(again.workspace.otherVersions).toEqual([])
    // The older file changes nothing any more.
    await again.work.takeIn(fileOf(earlier))
    expect(again.workspace.files['client.js']).toBe('second\n')
    expect(again.workspace.otherVersions).toEqual([])
  })

  it('keeps both versions of a program that was changed here and there', async () => {
    const home = openBrowser()
    home.workspace.setFile('client.js', 'at home\n')
    const file = home.work.takeOut(NOW)
    const school = openBrowser()
    school.workspace.setFile('client.js', 'at school\n')
    await school.work.takeIn(fileOf(file))
    expect(school.workspace.files['client.js']).toBe('at school\n')
    expect(school.workspace.otherVersions).toEqual(['at home\n'])
  })

  it('takes in the programs that can be read, and names the others', async () => {
    const home = openBrowser()
    home.workspace.setFile('client.js', 'mine\n')
    const file = JSON.parse(home.work.takeOut(NOW)) as { programs: Record<string, unknown> }
    file.programs['broken'] = { version: 2, starter: null }
    file.programs['../settings'] = file.programs['queue']
    const school = openBrowser()
    expect(await school.work.takeIn(fileOf(JSON.stringify(file)))).toEqual({
      ok: true,
      programs: 1,
      damaged: ['broken', '../settings'],
    })
    expect(school.workspace.files['client.js']).toBe('mine\n')
  })

  it.each([
    ['a file that was cut', '{"format":"upgrade-101-work","ver', 'notJson'],
    ['an empty one', '', 'notJson'],
    ['JSON of something else', '{"log":{"entries":[]}}', 'foreign'],
    ['no object', '[1, 2]', 'foreign'],
    ['one of a newer version', '{"format":"upgrade-101-work","version":2}', 'newer'],
    ['one without progress', '{"format":"upgrade-101-work","version":1,"programs":{}}', 'damaged'],
    [
      'one with other programs than it should have',
      '{"format":"upgrade-101-work","version":1,"progress":{"version":1,"lessons":{}},"programs":[]}',
      'damaged',
    ],
  ])('refuses %s, and changes nothing', async (_what, text, kind) => {
    const { work, workspace, backend } = openBrowser()
    workspace.setFile('client.js', 'mine\n')
    workspace.flush()
    const before = backend.length
    expect(await work.takeIn(fileOf(text))).toEqual({ ok: false, problem: { kind } })
    expect(backend.length).toBe(before)
    expect(workspace.files['client.js']).toBe('mine\n')
  })

  it('refuses one that is too large before it is read', async () => {
    const { work } = openBrowser()
    const read = () => Promise.reject(new Error('it was read'))
    expect(await work.takeIn({ size: MAX_WORK_BYTES + 1, text: read })).toEqual({
      ok: false,
      problem: { kind: 'tooLarge', bytes: MAX_WORK_BYTES + 1 },
    })
  })
})
