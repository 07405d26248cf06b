import { expect, test } from 'vitest'
import { runSteps, type Step } from './steps.mjs'

/** Steps that say when they begin and end, and end when told to. */
function stage() {
  const events: string[] = []
  const endings = new Map<string, () => void>()
  const step = (name: string, rest: Partial<Step> = {}): Step => ({
    name,
    run: () =>
      new Promise((resolve) => {
        events.push(`${name} begins`)
        endings.set(name, () => {
          events.push(`${name} ends`)
          resolve({ passed: 1, failed: 0 })
        })
      }),
    ...rest,
  })
  const end = async (name: string) => {
    endings.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { events, step, end }
}

const passing = (name: string, after: string[] = []): Step => ({
  name,
  after,
  run: async () => ({ passed: 2, failed: 0 }),
})

test('runs as many at a time as there are slots, in order', async () => {
  const { events, step, end } = stage()
  const done = runSteps([step('a'), step('b'), step('c')], 2)
  expect(events).toEqual(['a begins', 'b begins'])
  await end('b')
  expect(events).toEqual(['a begins', 'b begins', 'b ends', 'c begins'])
  await end('a')
  await end('c')
  expect((await done).map(({ status }) => status)).toEqual(['passed', 'passed', 'passed'])
})

test('gives a wide step the machine to itself', async () => {
  const { events, step, end } = stage()
  const done = runSteps([step('a'), step('wide', { slots: 2 })], 2)
  expect(events).toEqual(['a begins'])
  await end('a')
  expect(events).toEqual(['a begins', 'a ends', 'wide begins'])
  await end('wide')
  await done
})

test('runs a step after those it needs', async () => {
  const { events, step, end } = stage()
  const done = runSteps([step('late', { after: ['early'] }), step('early')], 2)
  expect(events).toEqual(['early begins'])
  await end('early')
  expect(events).toEqual(['early begins', 'early ends', 'late begins'])
  await end('late')
  await done
})

test('counts what did not run, and what needed it, as failed', async () => {
  const broken: Step = { name: 'build', run: () => Promise.reject(new Error('no compiler')) }
  const results = await runSteps(
    [broken, passing('pages', ['build']), passing('links', ['pages']), passing('lint')],
    2,
  )
  expect(
    results.map(({ name, status, outcome, reason }) => [name, status, outcome, reason]),
  ).toEqual([
    ['build', 'failed', { passed: 0, failed: 1 }, 'no compiler'],
    ['pages', 'not run', { passed: 0, failed: 1 }, 'needs build'],
    ['links', 'not run', { passed: 0, failed: 1 }, 'needs pages'],
    ['lint', 'passed', { passed: 2, failed: 0 }, undefined],
  ])
})

test('refuses steps that wait for each other', async () => {
  await expect(runSteps([passing('a', ['b']), passing('b', ['a'])], 2)).rejects.toThrow(
    'Never decided: a, b',
  )
})
