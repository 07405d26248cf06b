import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, createServer } from 'vite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LOCALES } from '../../src/core/locale/locale.ts'
import { course } from './course.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

const entry = `
import * as course from 'virtual:course'
import { scenarioNames } from 'virtual:scenario-names'
globalThis.result = { ...course, scenarioNames }
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
      build: {
        write: false,
        minify: false,
        rolldownOptions: { input: path.join(folder, 'entry.js') },
      },
    })

  async function chunksOf(root: string) {
    const result = await buildFrom(root)
    const output = Array.isArray(result) || !('output' in result) ? [] : result.output
    return output.flatMap((file) => (file.type === 'chunk' ? [file] : []))
  }

  it('has a chunk for each lesson and each text', async () => {
    const output = await chunksOf(project)
    const names = output.map(({ fileName }) => fileName.replace(/-[\w-]{8}\.js$/, ''))
    const slugs = readdirSync(path.join(project, 'lessons'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map(({ name }) => name)
      .filter((name) => name !== 'faults')
    const cases = readdirSync(path.join(project, 'lessons/faults'))
    expect(names).toEqual(
      expect.arrayContaining(cases.map((name) => `assets/find-the-fault-${name}`)),
    )
    expect(slugs).toContain('first-echo')
    expect(names).toEqual(expect.arrayContaining(slugs.map((slug) => `assets/${slug}`)))
    expect(names).toEqual(expect.arrayContaining(slugs.map((slug) => `assets/${slug}-solutions`)))
    for (const locale of LOCALES) {
      expect(names).toContain(`assets/outline-${locale}`)
      expect(names.filter((name) => name === `assets/${locale}`)).toHaveLength(
        slugs.length + cases.length,
      )
    }
  })

  it('keeps wrong programs from learners, and the solution from the plan', async () => {
    const chunks = await chunksOf(project)
    const holds = (text: string) =>
      chunks.filter(({ code }) => code.includes(text)).map(({ fileName }) => fileName)
    const read = (file: string) =>
      readFileSync(path.join(project, 'lessons/handshake', file), 'utf8')
    const asString = (file: string) => JSON.stringify(read(file))
    expect(holds(asString('start/server.js'))).toEqual([expect.stringMatching(/\/handshake-\w+/)])
    expect(holds(asString('solution/server.js'))).toEqual([
      expect.stringContaining('/handshake-solutions-'),
    ])
    expect(read('lesson.yaml')).toContain('forget-the-guid')
    expect(holds('forget-the-guid')).toEqual([])
    expect(holds(asString('wrong/forget-the-guid/server.js'))).toEqual([])
  })

  it('fails with file, line and reason where a lesson is broken', async () => {
    mkdirSync(path.join(folder, 'lessons'))
    writeFileSync(path.join(folder, 'lessons/glossary.yaml'), '[]\n')
    writeFileSync(path.join(folder, 'lessons/course.yaml'), 'parts:\n  - id: One\n')
    await expect(buildFrom(folder)).rejects.toThrow(
      'lessons/course.yaml:2: parts[0].id: an id has small letters, digits and hyphens',
    )
  })
})

describe('the course in development', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'course-dev-'))
    for (const needed of ['scenarios', 'src/figures/state-machine'])
      cpSync(path.join(project, needed), path.join(folder, needed), { recursive: true })
    for (const slug of ['one', 'two'])
      cpSync(path.join(project, 'lessons/_template'), path.join(folder, 'lessons', slug), {
        recursive: true,
      })
    const glossary = 'lessons/glossary.yaml'
    cpSync(path.join(project, glossary), path.join(folder, glossary))
    const title = '{ en: Part, zh-CN: 部分 }'
    writeFileSync(
      path.join(folder, 'lessons/course.yaml'),
      `parts: [{ id: part, title: ${title}, summary: ${title}, lessons: [one, two] }]\n`,
    )
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('loads only the modules that a change of a lesson changed', async () => {
    const server = await createServer({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      server: { middlewareMode: true, ws: false, watch: null },
      plugins: [course(folder)],
    })
    const { client } = server.environments
    const names = ['one', 'two'].flatMap((slug) => [`lesson/${slug}`, `text/${slug}/en`])
    const ids = names.map((name) => `virtual:course/${name}`)
    await Promise.all(ids.map((id) => client.transformRequest(id)))
    const fresh = () =>
      ids.filter((id) => client.moduleGraph.getModuleById(`\0${id}`)?.transformResult !== null)
    expect(fresh()).toEqual(ids)

    const reloaded = vi.spyOn(server.ws, 'send')
    const start = path.join(folder, 'lessons/two/start/client.js')
    writeFileSync(start, `${readFileSync(start, 'utf8')}// another line\n`)
    server.watcher.emit('change', start)
    await vi.waitFor(() => expect(reloaded).toHaveBeenCalledWith({ type: 'full-reload' }))
    expect(fresh()).toEqual(ids.filter((id) => id !== 'virtual:course/lesson/two'))
    await server.close()
  })
})
