import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openVerdicts } from './verdicts.mjs'

const passed = { problems: [], notes: [] }
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verdicts-'))
  file = join(folder, 'cache/verdicts.json')
})
afterEach(() => rm(folder, { recursive: true }))

async function keep(subjects: readonly unknown[], { isWhole = true } = {}) {
  const verdicts = await openVerdicts(file, ['sandbox'])
  for (const subject of subjects) verdicts.keep(subject, passed)
  await verdicts.save({ isWhole })
}

test('a verdict is kept for the same subject in the same surroundings', async () => {
  await keep([{ program: 'a' }])
  const again = await openVerdicts(file, ['sandbox'])
  expect(again.verdictOf({ program: 'a' })).toEqual(passed)
  expect(again.verdictOf({ program: 'b' })).toBeUndefined()
  const elsewhere = await openVerdicts(file, ['another sandbox'])
  expect(elsewhere.verdictOf({ program: 'a' })).toBeUndefined()
})

test('a whole run forgets what it did not meet, another run does not', async () => {
  await keep(['a'])
  await keep(['b'], { isWhole: false })
  expect((await openVerdicts(file, ['sandbox'])).verdictOf('a')).toEqual(passed)
  await keep(['b'])
  const last = await openVerdicts(file, ['sandbox'])
  expect([last.verdictOf('a'), last.verdictOf('b')]).toEqual([undefined, passed])
})

test('a file that cannot be read counts as empty', async () => {
  const verdicts = await openVerdicts(folder, [])
  expect(verdicts.verdictOf('a')).toBeUndefined()
})
