import { afterEach, describe, expect, it } from 'vitest'
import { useEndpointStore } from './endpoint.ts'
import { useProgressStore } from './progress.ts'
import { useSettingsStore } from './settings.ts'
import { startApp } from './testing/app.ts'
import { backendWithStoredValues, STORED_VALUES } from './testing/stored-values.ts'
import { useWorkspaceStore } from './workspace.ts'

const lesson = {
  'client.js': 'connect()\n',
  'server.js': '// the lesson’s\n',
  'page.html': '<input id="text">\n',
}

describe('the stored values of version 0.1', () => {
  let app: ReturnType<typeof startApp>
  const reload = () => (app = startApp({ backend: backendWithStoredValues() }))

  afterEach(() => {
    expect(app.problems).toEqual([])
    const { backend } = app
    const keys = Array.from({ length: backend.length }, (_, index) => backend.key(index) ?? '')
    const stored = Object.fromEntries(keys.map((key) => [key, backend.getItem(key)]))
    expect(stored).toEqual(STORED_VALUES)
  })

  it('open a lesson’s program, with the server program of the chosen scenario', () => {
    reload()
    useEndpointStore().enter('queue', { scenario: 'echo', bringsServer: true })
    const workspace = useWorkspaceStore()
    workspace.open('queue', { program: lesson, scenario: 'echo' })
    expect(workspace.files).toEqual({
      'client.js': 'connect() // again\n',
      'server.js': '// my slow server\n',
      'page.html': '<input id="text">\n',
    })
    expect(workspace.filesFor('echo')['server.js']).toBe('// the lesson’s\n')
    expect(workspace.outdatedFiles).toEqual([])
    expect(workspace.canUndoReset).toBe(true)
  })

  it('open the program of free play', () => {
    reload()
    useEndpointStore().enter('play', null)
    const workspace = useWorkspaceStore()
    workspace.open('play', { program: { 'client.js': 'play()\n' }, scenario: null })
    expect(workspace.files).toEqual({ 'client.js': 'play() // mine\n' })
    expect(workspace.filesFor('echo')['server.js']).toBe('// my echo\n')
  })

  it('open the endpoint and its conditions, place by place', () => {
    reload()
    const endpoint = useEndpointStore()
    endpoint.enter('queue', { scenario: 'echo' })
    expect(endpoint.choice).toEqual({ kind: 'built-in', scenario: 'slow-accept' })
    const conditions = { latency: 250, jitter: 20, bandwidth: null, idleTimeout: 60_000 }
    expect(endpoint.conditions).toEqual(conditions)
    endpoint.enter('play', null)
    expect(endpoint.choice).toEqual({ kind: 'live', url: 'wss://echo.example/socket?room=1' })
    expect(endpoint.routed).toBe(false)
  })

  it('open the progress', () => {
    reload()
    const progress = useProgressStore()
    expect(progress.isSolved('first-echo')).toBe(true)
    expect(progress.isSolved('queue')).toBe(false)
    expect(progress.isTaskSolved('first-echo', 'echo')).toBe(true)
    expect(progress.isTaskSolved('queue', 'queue')).toBe(true)
    expect(progress.predictionOf('first-echo', 'when-open')).toBe('later')
  })

  it('open the settings', () => {
    reload()
    const settings = useSettingsStore()
    expect(settings.chosenLocale).toBe('zh-CN')
    expect(settings.theme).toBe('dark')
    expect(settings.paneShare('lesson')).toBe(31.5)
    expect(settings.wire).toEqual({ connections: 'one', rows: 'time' })
  })
})
