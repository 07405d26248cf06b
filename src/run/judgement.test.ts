import { beforeEach, expect, it, vi } from 'vitest'
import type { Check } from '../core/checks/check.ts'
import { traceFrom } from '../core/trace/testing/sketch.ts'

const checks: readonly Check[] = [
  { id: 'prints', type: 'sequence', steps: [{ event: 'consoleMessage' }] },
]
const printed = traceFrom([{ type: 'consoleMessage', level: 'log', arguments: [], at: 30 }])

/** Of a page that has fetched no judge. */
async function freshModule() {
  vi.resetModules()
  return import('./judgement.ts')
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

it('judges what had happened before its judge was fetched', async () => {
  const { Judgement } = await freshModule()
  const changed = vi.fn()
  const judgement = new Judgement(checks, changed)
  const judged = vi.fn()
  expect(judgement.take(printed)).toBe(false)
  judgement.finish(40, 'idle')
  judgement.whenJudged(({ results }) => judged(results))
  expect(judgement.results).toEqual({ outcome: 'running', results: [], fault: null })

  vi.runAllTimers()
  await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce())
  const outcome = {
    outcome: 'ended',
    results: [{ checkId: 'prints', status: 'passed', decidedAt: 30 }],
    fault: null,
  }
  expect(judgement.results).toEqual(outcome)
  expect(judged).toHaveBeenCalledExactlyOnceWith(outcome)
})

it('judges at once when its judge is there', async () => {
  const { Judgement, loadJudge } = await freshModule()
  await loadJudge()
  const judgement = new Judgement(checks, () => undefined)
  expect(judgement.take(printed)).toBe(true)
  expect(judgement.results).toMatchObject({ outcome: 'running', results: [{ status: 'passed' }] })
})
