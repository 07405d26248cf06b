import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newestChange } from './sources.mjs'

let root: string

/** Files and folders, changed at these seconds since 1970. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sources-'))
  await mkdir(join(root, 'src/deep'), { recursive: true })
  for (const [path, seconds] of [
    ['index.html', 300],
    ['src/deep/main.ts', 500],
    ['src/deep/main.test.ts', 900],
    ['other.txt', 1000],
  ] as const) {
    await writeFile(join(root, path), '')
    await utimes(join(root, path), seconds, seconds)
  }
  await utimes(join(root, 'src/deep'), 200, 200)
  await utimes(join(root, 'src'), 100, 100)
})

afterEach(() => rm(root, { recursive: true }))

test('is the time of the newest file, tests aside', () => {
  expect(newestChange(root, ['index.html', 'src'])).toBe(500_000)
  expect(newestChange(root, ['index.html'])).toBe(300_000)
})

test('is the time of the folder when something was removed from it', async () => {
  await utimes(join(root, 'src'), 700, 700)
  expect(newestChange(root, ['index.html', 'src'])).toBe(700_000)
})

test('passes over what is not there', () => {
  expect(newestChange(root, ['missing', 'index.html'])).toBe(300_000)
  expect(newestChange(root, ['missing'])).toBe(0)
})
