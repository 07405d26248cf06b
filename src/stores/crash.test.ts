import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useEndpointStore } from './endpoint.ts'
import { startApp } from './testing/app.ts'
import { createSharedBrowser, type Tab } from './testing/shared-browser.ts'
import { useWorkspaceStore } from './workspace.ts'

/** What a crash may cost, milliseconds of typing. */
const LOST = 300
/** Until a tab hears of another: far more than browsers take. */
const LAG = 50

const FILES = ['client.js', 'server.js'] as const
const starter = { program: { 'client.js': '', 'server.js': '' }, scenario: 'echo' }

interface OpenTab {
  readonly tab: Tab
  readonly workspace: ReturnType<typeof useWorkspaceStore>
}

function openTab(browser: ReturnType<typeof createSharedBrowser>): OpenTab {
  const tab = browser.open(() => workspace.refresh())
  startApp({ backend: tab.backend })
  useEndpointStore().enter('lesson', { scenario: 'echo' })
  const workspace = useWorkspaceStore()
  workspace.open('lesson', starter)
  return { tab, workspace }
}

/** Both tabs, one of two files, and how long nothing happens afterwards. */
const place = { tab: fc.nat(1), file: fc.constantFrom(...FILES) }
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('type' as const), ...place }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(180) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('choose' as const), ...place }) },
)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('any order of edits in two tabs and a crash at any moment loses at most 300 ms, and never another tab’s words', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const browser = createSharedBrowser(LAG)
      const tabs = [openTab(browser), openTab(browser)]
      /** Words that must be there in the end, with the tab that has them and when it got them. */
      const typed: { word: string; file: string; by: Tab; at: number; isLost: boolean }[] = []
      for (const [index, one] of steps.entries()) {
        if (one.kind === 'wait') {
          vi.advanceTimersByTime(one.ms)
          continue
        }
        const open = tabs[one.tab]
        if (open === undefined) throw new Error('there are two tabs')
        const { tab, workspace } = open
        if (one.kind === 'crash') {
          tab.crash()
          for (const word of typed)
            if (word.by === tab && Date.now() - word.at <= LOST) word.isLost = true
          tabs[one.tab] = openTab(browser)
        } else if (one.kind === 'choose') {
          workspace.activeFile = one.file
          workspace.showOtherVersion()
        } else {
          const word = `<${String(index)}>`
          workspace.setFile(one.file, (workspace.files[one.file] ?? '') + word)
          typed.push({ word, file: one.file, by: tab, at: Date.now(), isLost: false })
        }
      }
      vi.advanceTimersByTime(1_000)
      const { workspace } = openTab(browser)
      for (const { word, file, isLost } of typed) {
        workspace.activeFile = file === 'client.js' ? 'client.js' : 'server.js'
        const versions = [workspace.files[workspace.activeFile], ...workspace.otherVersions]
        if (!isLost) expect(versions.some((text) => text?.includes(word))).toBe(true)
      }
      vi.clearAllTimers()
    }),
    { numRuns: 50 },
  )
})
