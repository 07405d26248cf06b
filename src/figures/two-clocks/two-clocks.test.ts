import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { runTest } from './run-test.ts'
import { DELAYS, FIRST_DELAY, NOTHING_YET, percent, readProgress, widthOf } from './two-clocks.ts'

it.each(DELAYS)(
  'on the virtual clock, an answer after %s s comes when it is due',
  async (delay) => {
    const test = await runTest('virtual', delay)
    expect(test.progress()).toEqual(NOTHING_YET)
    await test.over
    const { said, answered } = test.progress()
    expect([said, answered]).toEqual([160, 240 + Number(delay) * 1000])
    expect(test.now()).toBe(answered)
  },
)

it('on the real clock, the test takes as long as its network says', async () => {
  const test = await runTest('real', '1')
  const began = performance.now()
  await test.over
  const took = performance.now() - began
  const { answered } = test.progress()
  test.stop()
  expect(answered).toBeGreaterThan(1000)
  // A millisecond may have passed before it was looked at.
  expect(took).toBeGreaterThan(1000)
})

it('reads nothing from a network that has just been made', () => {
  expect(readProgress([], 0)).toEqual(NOTHING_YET)
})

it('the answer has room on the right, and what is later stays within', () => {
  expect(percent(0, '1')).toBe('0.00%')
  expect(percent(1200, '1')).toBe('75.00%')
  expect(percent(60_000, '1')).toBe('100.00%')
  for (const delay of DELAYS) expect(widthOf(delay)).toBeGreaterThan(Number(delay) * 1000 + 240)
})

it('the times that the figure begins with were run', async () => {
  const test = await runTest('virtual', FIRST_DELAY)
  await test.over
  const text = `import type { Progress } from './two-clocks.ts'

/** Written by \`npx vitest run src/figures/two-clocks -u\`, and proved by the same test. */
export const FIRST_PROGRESS: Progress = ${JSON.stringify(test.progress())}
`
  const file = fileURLToPath(new URL('first-progress.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
