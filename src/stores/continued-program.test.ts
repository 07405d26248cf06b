import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useEndpointStore } from './endpoint.ts'
import { startApp } from './testing/app.ts'
import { useWorkspaceStore } from './workspace.ts'

const JSON_START = { 'client.js': 'chat 1', 'server.js': 'server 1' }
const NEXT_START = { 'client.js': 'chat 2', 'server.js': 'server 2', 'page.html': '<ul>' }
const json = { program: JSON_START, scenario: 'echo' }
const next = { program: NEXT_START, scenario: 'echo' }

/** A page on which a lesson is open that goes on with another, in which the reader wrote a chat. */
function openNext(app: Parameters<typeof startApp>[0] = {}) {
  const started = startApp(app)
  useEndpointStore().enter('next', { scenario: 'echo' })
  const workspace = useWorkspaceStore()
  if (app.backend === undefined) {
    workspace.open('json', json)
    workspace.setFile('client.js', 'my chat')
  }
  workspace.open('next', next)
  const own = () => ({ ...NEXT_START, ...workspace.leftIn('json', json) })
  return { ...started, workspace, own }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a program that goes on with an earlier lesson’s', () => {
  it('is the starter until the reader chooses', () => {
    const { workspace } = openNext()
    expect(workspace.files).toEqual(NEXT_START)
    expect(workspace.showsOwn).toBe(false)
  })

  it('is the reader’s, as they left it, with the files that are new', () => {
    const { workspace, own } = openNext()
    workspace.goOnWith(own())
    expect(workspace.files).toEqual({
      'client.js': 'my chat',
      'server.js': 'server 1',
      'page.html': '<ul>',
    })
    expect(workspace.isPristine).toBe(true)
    expect(workspace.isStarter).toBe(false)
  })

  it('keeps both, each with its changes, over a reload', () => {
    const { workspace, own, backend } = openNext()
    workspace.setFile('client.js', 'chat 2, changed')
    workspace.goOnWith(own())
    workspace.setFile('client.js', 'my chat, changed')
    vi.runAllTimers()
    const reloaded = openNext({ backend }).workspace
    expect(reloaded.showsOwn).toBe(true)
    expect(reloaded.files['client.js']).toBe('my chat, changed')
    reloaded.goOnWithStarter()
    expect(reloaded.files['client.js']).toBe('chat 2, changed')
    expect(openNext({ backend }).workspace.files['client.js']).toBe('chat 2, changed')
  })

  it('leaves the earlier lesson as it was', () => {
    const { workspace, own } = openNext()
    workspace.goOnWith(own())
    workspace.setFile('client.js', 'my chat, changed')
    workspace.open('json', json)
    expect(workspace.files['client.js']).toBe('my chat')
  })

  it('is brought again where the earlier lesson has changed since, and nothing here', () => {
    const { workspace, own } = openNext()
    workspace.goOnWith(own())
    workspace.open('json', json)
    workspace.setFile('client.js', 'my better chat')
    workspace.open('next', next)
    expect(workspace.files['client.js']).toBe('my chat')
    workspace.goOnWith(own())
    expect(workspace.files['client.js']).toBe('my better chat')
  })

  it('is not brought again over changes that were made here', () => {
    const { workspace, own } = openNext()
    workspace.goOnWith(own())
    workspace.setFile('client.js', 'my chat, changed')
    workspace.open('json', json)
    workspace.setFile('client.js', 'my better chat')
    workspace.open('next', next)
    workspace.goOnWithStarter()
    workspace.goOnWith(own())
    expect(workspace.files['client.js']).toBe('my chat, changed')
  })

  it('is reset to what was brought, and that can be undone', () => {
    const { workspace, own } = openNext()
    workspace.goOnWith(own())
    workspace.setFile('client.js', 'my chat, changed')
    workspace.reset()
    expect(workspace.files['client.js']).toBe('my chat')
    workspace.open('json', json)
    workspace.undoReset('next')
    workspace.open('next', next)
    expect(workspace.files['client.js']).toBe('my chat, changed')
  })

  it('goes with a reset of everything, and comes back when that is undone', () => {
    const { workspace, own } = openNext()
    workspace.goOnWith(own())
    workspace.setFile('client.js', 'my chat, changed')
    workspace.resetAll()
    expect(workspace.files).toEqual(NEXT_START)
    expect(workspace.brought).toBeNull()
    workspace.undoResetAll()
    expect(workspace.files['client.js']).toBe('my chat, changed')
    expect(workspace.showsOwn).toBe(true)
  })

  it('is not offered where the earlier program was not changed', () => {
    const { workspace } = openNext()
    workspace.open('json', json)
    workspace.reset()
    workspace.open('next', next)
    expect(workspace.leftIn('json', json)).toBeNull()
  })

  it('what was typed before the storage was there belongs to the starter', () => {
    const { workspace, own, backend } = openNext()
    workspace.goOnWith(own())
    const later = openNext({ backend }).workspace
    // As if nothing had been read when the lesson was opened.
    later.goOnWithStarter()
    later.setFile('client.js', 'typed early')
    backend.setItem(
      'upgrade101/workspace/next',
      JSON.stringify({
        version: 1,
        drafts: {},
        previous: null,
        own: { brought: own(), drafts: {}, previous: null, isShown: true },
      }),
    )
    later.loadBeneath()
    expect(later.files['client.js']).toBe('typed early')
    expect(later.showsOwn).toBe(false)
    expect(later.brought).toEqual(own())
  })
})
