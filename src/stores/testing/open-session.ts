/** For tests that mock the sandbox by `sandbox-host.ts`. */
import { nextTick } from 'vue'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Program } from '../../core/program/program.ts'
import { useRecordingsStore } from '../recordings.ts'
import { useSessionStore } from '../session.ts'
import { useWorkspaceStore } from '../workspace.ts'
import { startApp } from './app.ts'
import { started } from './sandbox-host.ts'

/** Opens free play in a new app. */
export async function openSession(program: Program = { 'client.js': 'start()' }) {
  startApp()
  const workspace = useWorkspaceStore()
  const session = useSessionStore()
  // The fake sandbox touches no element.
  session.attach(Object.create(null) as HTMLElement, '')
  // Free play asks first which server is meant: `foreign-host.ts`.
  workspace.open('some-lesson', { program, scenario: null })
  await nextTick()
  return { session, workspace, recordings: useRecordingsStore() }
}

/** Gives each test an empty sandbox, fake timers and no animation frames. */
export function holdTime(): void {
  beforeEach(() => {
    started.length = 0
    vi.stubGlobal('requestAnimationFrame', () => 1)
    vi.stubGlobal('cancelAnimationFrame', () => undefined)
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}
