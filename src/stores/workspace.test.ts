import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useEndpointStore } from './endpoint.ts'
import { startApp } from './testing/app.ts'
import { useWorkspaceStore } from './workspace.ts'

const starter = { 'client.js': 'starter', 'server.js': 'lesson server' }

const other = { program: { 'client.js': 'other' }, scenario: null }

/** A page with the lesson open. */
function openLesson({
  program = starter,
  ...app
}: Parameters<typeof startApp>[0] & { program?: typeof starter } = {}) {
  const started = startApp(app)
  const endpoint = useEndpointStore()
  const workspace = useWorkspaceStore()
  endpoint.enter('first-echo', { scenario: 'echo' })
  workspace.open('first-echo', { program, scenario: 'echo' })
  return { ...started, endpoint, workspace }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the workspace', () => {
  it('begins with the starter', () => {
    const { workspace } = openLesson()
    expect(workspace.files).toEqual(starter)
    expect(workspace.isPristine).toBe(true)
  })

  it('keeps what was typed over a reload', () => {
    const { workspace, backend } = openLesson()
    workspace.setFile('client.js', 'mine')
    vi.runAllTimers()
    expect(openLesson({ backend }).workspace.files['client.js']).toBe('mine')
  })

  it('stores at once when it is flushed', () => {
    const { workspace, backend } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.flush()
    expect(openLesson({ backend }).workspace.files['client.js']).toBe('mine')
  })

  it('stores a lesson before another is opened', () => {
    const { workspace } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.open('other', other)
    expect(workspace.files['client.js']).toBe('other')
    workspace.open('first-echo', { program: starter, scenario: 'echo' })
    expect(workspace.files['client.js']).toBe('mine')
  })

  it('has a server program for each scenario, and none for a server outside the page', () => {
    const { workspace, endpoint } = openLesson()
    workspace.setFile('server.js', 'my echo')
    endpoint.choose({ kind: 'built-in', scenario: 'slow-accept' })
    expect(workspace.files['server.js']).toBe('// slow server')
    workspace.setFile('server.js', 'my slow server')
    endpoint.choose({ kind: 'built-in', scenario: 'echo' })
    expect(workspace.files['server.js']).toBe('my echo')
    endpoint.choose({ kind: 'live', url: 'wss://a.example/' })
    expect(workspace.files).toEqual({ 'client.js': 'starter' })
  })

  it('shows client.js when the shown file is gone', () => {
    const { workspace, endpoint } = openLesson()
    workspace.activeFile = 'server.js'
    endpoint.choose({ kind: 'live', url: 'wss://a.example/' })
    expect(workspace.activeFile).toBe('client.js')
  })

  it('undoes a reset, and redoes it', () => {
    const { workspace } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.reset()
    expect(workspace.files).toEqual(starter)
    workspace.setFile('client.js', 'second try')
    workspace.undoReset()
    expect(workspace.files['client.js']).toBe('mine')
    workspace.undoReset()
    expect(workspace.files['client.js']).toBe('second try')
  })

  it('can undo a reset after a reload', () => {
    const { workspace, backend } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.reset()
    const reloaded = openLesson({ backend }).workspace
    expect(reloaded.canUndoReset).toBe(true)
    reloaded.undoReset()
    expect(reloaded.files['client.js']).toBe('mine')
  })

  it('undoes the reset of a lesson that is no longer open', () => {
    const { workspace } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.reset()
    workspace.open('other', other)
    workspace.undoReset('first-echo')
    expect(workspace.files['client.js']).toBe('other')
    workspace.open('first-echo', { program: starter, scenario: 'echo' })
    expect(workspace.files['client.js']).toBe('mine')
  })

  it('uses another program without losing the learner’s', () => {
    const { workspace } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.use({ 'client.js': 'solution' })
    expect(workspace.files['client.js']).toBe('solution')
    workspace.undoReset()
    expect(workspace.files['client.js']).toBe('mine')
  })

  describe('with a new starter of its lesson', () => {
    const updated = { ...starter, 'client.js': 'new starter' }

    function reopen() {
      const { workspace, backend } = openLesson()
      workspace.setFile('client.js', 'mine')
      workspace.flush()
      return openLesson({ backend, program: updated }).workspace
    }

    it('gives it at once to a learner without changes', () => {
      const { backend } = openLesson()
      const { workspace } = openLesson({ backend, program: updated })
      expect(workspace.files).toEqual(updated)
      expect(workspace.outdatedFiles).toEqual([])
    })

    it('offers it to a learner with changes, and keeps their code', () => {
      const workspace = reopen()
      expect(workspace.outdatedFiles).toEqual(['client.js'])
      expect(workspace.files['client.js']).toBe('mine')
    })

    it('takes it, and can bring the old code back', () => {
      const workspace = reopen()
      workspace.takeNewStarter()
      expect(workspace.files).toEqual(updated)
      expect(workspace.outdatedFiles).toEqual([])
      workspace.undoReset()
      expect(workspace.files['client.js']).toBe('mine')
    })

    it('does not offer it again to a learner who keeps their code', () => {
      const workspace = reopen()
      workspace.keepOwn()
      expect(workspace.files['client.js']).toBe('mine')
      expect(workspace.outdatedFiles).toEqual([])
    })
  })

  it('resets every lesson, and undoes that', () => {
    const { workspace } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.open('other', other)
    workspace.setFile('client.js', 'my other')
    workspace.resetAll()
    expect(workspace.files['client.js']).toBe('other')
    workspace.undoResetAll()
    expect(workspace.files['client.js']).toBe('my other')
    workspace.open('first-echo', { program: starter, scenario: 'echo' })
    expect(workspace.files['client.js']).toBe('mine')
  })

  it('keeps what was typed between a reset of everything and its undo', () => {
    const { workspace } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.resetAll()
    workspace.setFile('client.js', 'new')
    workspace.undoResetAll()
    expect(workspace.files['client.js']).toBe('mine')
    workspace.undoReset()
    expect(workspace.files['client.js']).toBe('new')
  })

  it('is stored while typing goes on, however fast', () => {
    const { workspace, backend } = openLesson()
    for (let letter = 1; letter <= 40; letter += 1) {
      workspace.setFile('client.js', 'x'.repeat(letter))
      vi.advanceTimersByTime(50)
    }
    // The tab crashes.
    const kept = openLesson({ backend }).workspace.files['client.js'].length
    expect(kept).toBeGreaterThanOrEqual(40 - 300 / 50)
  })

  describe('in two tabs', () => {
    function openTwice() {
      const { workspace: one, backend } = openLesson()
      return { one, other: openLesson({ backend }).workspace, backend }
    }

    it('takes what the other stored', () => {
      const { one, other } = openTwice()
      other.setFile('client.js', 'from the other tab')
      other.flush()
      one.refresh()
      expect(one.files['client.js']).toBe('from the other tab')
      expect(one.otherVersions).toEqual([])
    })

    it('keeps a file that each changed', () => {
      const { one, other, backend } = openTwice()
      one.setFile('client.js', 'mine')
      other.setFile('server.js', 'my server')
      one.flush()
      other.flush()
      expect(openLesson({ backend }).workspace.files).toEqual({
        'client.js': 'mine',
        'server.js': 'my server',
      })
    })

    function typeApart() {
      const tabs = openTwice()
      tabs.one.setFile('client.js', 'here')
      tabs.other.setFile('client.js', 'there')
      tabs.one.flush()
      tabs.other.flush()
      return tabs
    }

    it('keeps both versions of a file that both changed, and shows each its own', () => {
      const { one, other, backend } = typeApart()
      one.refresh()
      expect(one.files['client.js']).toBe('here')
      expect(one.otherVersions).toEqual(['there'])
      expect(other.files['client.js']).toBe('there')
      expect(other.otherVersions).toEqual(['here'])
      expect(openLesson({ backend }).workspace.otherVersions).toHaveLength(1)
    })

    it('shows the other version, and goes on with the one that is kept', () => {
      const { other, backend } = typeApart()
      other.showOtherVersion()
      expect(other.files['client.js']).toBe('here')
      other.keepThisVersion()
      expect(other.otherVersions).toEqual([])
      other.undoReset()
      expect(other.files['client.js']).toBe('there')
      other.undoReset()
      const reloaded = openLesson({ backend }).workspace
      expect(reloaded.files['client.js']).toBe('here')
      expect(reloaded.otherVersions).toEqual([])
    })

    it('asks nothing where both came to the same text', () => {
      const { one, other } = openTwice()
      for (const tab of [one, other]) tab.setFile('client.js', 'the same')
      one.flush()
      other.flush()
      one.refresh()
      expect([one.otherVersions, other.otherVersions]).toEqual([[], []])
    })

    it('stores again what the other wrote over before it had seen it', () => {
      const { one, other, backend } = openTwice()
      const before = backend.getItem('upgrade101/workspace/first-echo')
      one.setFile('client.js', 'here')
      one.flush()
      // The other tab has not heard of it yet.
      if (before === null) backend.removeItem('upgrade101/workspace/first-echo')
      other.setFile('client.js', 'there')
      other.flush()
      one.refresh()
      vi.runAllTimers()
      other.refresh()
      expect(other.files['client.js']).toBe('there')
      expect(other.otherVersions).toEqual(['here'])
    })

    it('takes in what a tab with version 0.1 still stores', () => {
      const { workspace, backend } = openLesson()
      const store = (text: string) =>
        backend.setItem(
          'upgrade101/workspace/first-echo',
          JSON.stringify({
            version: 1,
            drafts: { 'client.js': { text, starter: 'starter' } },
            previous: null,
          }),
        )
      store('first')
      workspace.refresh()
      workspace.setFile('client.js', 'first, changed here')
      workspace.flush()
      store('first, changed there')
      workspace.refresh()
      expect(workspace.files['client.js']).toBe('first, changed here')
      expect(workspace.otherVersions).toEqual(['first, changed there'])
    })
  })

  it('leaves a draft that cannot be read where it is, and begins with the starter', () => {
    const { backend } = startApp()
    backend.setItem('upgrade101/workspace/first-echo', '{"version":1}')
    const { workspace, problems } = openLesson({ backend })
    expect(workspace.files).toEqual(starter)
    workspace.setFile('client.js', 'mine')
    workspace.flush()
    expect(problems).toMatchObject([{ kind: 'unreadable' }])
    expect(backend.getItem('upgrade101/workspace/first-echo')).toBe('{"version":1}')
    expect(openLesson({ backend }).workspace.files['client.js']).toBe('mine')
  })

  it('resets a lesson everywhere, and can undo that after a reload', () => {
    const { workspace, backend } = openLesson()
    workspace.setFile('client.js', 'mine')
    workspace.resetAll()
    const reloaded = openLesson({ backend }).workspace
    expect(reloaded.files).toEqual(starter)
    reloaded.undoReset()
    expect(reloaded.files['client.js']).toBe('mine')
  })
})
