import { mkdirSync, mkdtempSync, rmSync, writeFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COURSE_LOCALES } from '../../src/core/lesson/lesson.ts'
import { course } from './course.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

const entry = `
import { loadLesson, loadLessonText, outline } from 'virtual:course'
import { scenarios } from 'virtual:scenarios'
globalThis.result = { loadLesson, loadLessonText, outline, scenarios }
`

describe('the course in a build', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'course-build-'))
    writeFileSync(path.join(folder, 'entry.js'), entry)
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const buildFrom = (root: string) =>
    build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [course(root)],
      build: { write: false, rolldownOptions: { input: path.join(folder, 'entry.js') } },
    })

  it('has a chunk for each lesson and each text', async () => {
    const result = await buildFrom(project)
    const output = Array.isArray(result) || !('output' in result) ? [] : result.output
    const names = output.map(({ fileName }) => fileName.replace(/-[\w-]{8}\.js$/, ''))
    const slugs = readdirSync(path.join(project, 'lessons'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map(({ name }) => name)
    expect(slugs).toContain('first-echo')
    expect(names).toEqual(expect.arrayContaining(slugs.map((slug) => `assets/${slug}`)))
    for (const locale of COURSE_LOCALES) {
      expect(names.filter((name) => name === `assets/${locale}`)).toHaveLength(slugs.length)
    }
  })

  it('fails with file, line and reason where a lesson is broken', async () => {
    mkdirSync(path.join(folder, 'lessons'))
    writeFileSync(path.join(folder, 'lessons/course.yaml'), 'parts:\n  - id: One\n')
    await expect(buildFrom(folder)).rejects.toThrow(
      'lessons/course.yaml:2: parts[0].id: an id has small letters, digits and hyphens',
    )
  })
})
