import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { orProblems, readWords } from './course-words.mjs'

describe('a course with a mistake', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'course-words-'))
    mkdirSync(path.join(root, 'lessons'))
    mkdirSync(path.join(root, 'src/figures'), { recursive: true })
    writeFileSync(path.join(root, 'lessons/glossary.yaml'), '[]\n')
    writeFileSync(path.join(root, 'lessons/course.yaml'), 'parts:\n  - id: One\n')
  })
  afterEach(() => {
    rmSync(root, { recursive: true })
    vi.restoreAllMocks()
  })

  it('ends with its file and line, and no stack', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const code = await orProblems(async () => {
      await readWords(root)
      return 0
    })
    expect(code).toBe(1)
    const lines = String(printed.mock.calls[0]?.[0]).split('\n')
    expect(lines[0]).toBe(
      'lessons/course.yaml:2: parts[0].id: an id has small letters, digits and hyphens',
    )
    expect(lines.filter((line) => !line.startsWith('lessons/course.yaml:'))).toEqual([])
  })
})

it('reading the course leaves the process fit for a build, which is no development one', async () => {
  vi.stubEnv('NODE_ENV', undefined)
  const { slugs } = await readWords(fileURLToPath(new URL('..', import.meta.url)))
  expect(slugs).toContain('first-echo')
  expect(process.env['NODE_ENV']).toBeUndefined()
  vi.unstubAllEnvs()
})

it('other errors keep their stack', async () => {
  await expect(orProblems(() => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
})

it('what goes well has its own exit code', async () => {
  expect(await orProblems(() => Promise.resolve(0))).toBe(0)
})
