/**
 * The course as modules, read and proved when the app is built. A broken file fails the build with
 * its file and line. Each text, plan, solution and outline is a separate chunk. What can be searched
 * is a file for each language: `search-en.json`.
 *
 * - `virtual:course`: the names of lessons and of cases of find the fault, and loaders of outlines, plans, texts, solutions, server
 *   programs and the glossary.
 * - `virtual:scenario-names`: the server programs' names.
 */
import path from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { CourseError } from '../../src/core/lesson/course-problem.ts'
import { outlineOf } from '../../src/core/lesson/course-outline.ts'
import { glossaryIndex } from '../../src/core/lesson/glossary-index.ts'
import type { Solutions } from '../../src/core/lesson/lesson-plan.ts'
import type { Lesson } from '../../src/core/lesson/read-lesson.ts'
import { LOCALES, textIn, type Locale } from '../../src/core/locale/locale.ts'
import { createHighlight } from '../course/highlight.ts'
import { CourseReader, listIn, type Course } from '../course/read-course.ts'
import { searchFileOf } from '../course/search-file.ts'
import { readFigures } from './figures.ts'

const PREFIX = 'virtual:'
const RESOLVED = '\0'

export function course(root: string): Plugin {
  let reader: Promise<CourseReader> | undefined
  let current: Promise<BuiltCourse> | undefined
  const read = () => (current ??= readAnew())

  async function readAnew(): Promise<BuiltCourse> {
    reader ??= createHighlight().then((highlight) => new CourseReader(root, highlight))
    const figures = await readFigures(root)
    const course = (await reader).read(figures)
    return { course, modules: modulesOf(course) }
  }

  return {
    name: 'course',

    resolveId: (id) => (isOurs(id) ? RESOLVED + id : undefined),

    async load(id) {
      const name = id.slice(RESOLVED.length)
      if (!id.startsWith(RESOLVED) || !isOurs(name)) return undefined
      try {
        const module = (await read()).modules.get(name)
        if (module === undefined) throw new Error(`there is no ${name}`)
        return module
      } catch (error) {
        current = undefined
        if (!(error instanceof CourseError)) throw error
        const [first] = error.problems
        return this.error({
          message: `The course cannot be built.\n${error.message}`,
          ...(first === undefined
            ? {}
            : { loc: { file: path.join(root, first.file), line: first.line, column: 0 } }),
        })
      }
    },

    buildStart() {
      current = undefined
    },

    async generateBundle() {
      // Pages are rendered without it.
      if (this.environment.name !== 'client') return
      const { course } = await read()
      for (const locale of LOCALES)
        this.emitFile({
          type: 'asset',
          fileName: searchFileName(locale),
          source: JSON.stringify(searchFileOf(locale, course)),
        })
    },

    configureServer(server) {
      server.watcher.add([path.join(root, 'lessons'), path.join(root, 'scenarios')])
      const changed = (file: string) => {
        if (!/^(lessons|scenarios|src\/figures\/[^/]+\/figure\.ts$)/.test(relative(root, file)))
          return
        const before = current
        current = undefined
        void reload(server, before, read())
      }
      server.watcher.on('add', changed).on('change', changed).on('unlink', changed)
      server.middlewares.use((request, response, next) => {
        const locale = LOCALES.find((tag) => request.url === `/${searchFileName(tag)}`)
        if (locale === undefined) return next()
        read().then(({ course }) => {
          response.setHeader('Content-Type', 'application/json')
          response.end(JSON.stringify(searchFileOf(locale, course)))
        }, next)
      })
    },
  }
}

/** The course as it was read last. */
interface BuiltCourse {
  readonly course: Course
  /** Their sources, by name. */
  readonly modules: ReadonlyMap<string, string>
}

const searchFileName = (locale: Locale) => `search-${locale}.json`

const isOurs = (id: string) => /^virtual:(course|scenario(-names)?)(\/|$)/.test(id)

const relative = (root: string, file: string) => path.relative(root, file).split(path.sep).join('/')

/**
 * Reloads the page with the modules that changed, or with all of them if the course was broken.
 * The workspace keeps the learner's programs.
 */
async function reload(
  { moduleGraph, ws }: ViteDevServer,
  before: Promise<BuiltCourse> | undefined,
  after: Promise<BuiltCourse>,
): Promise<void> {
  const [was, is] = await Promise.all([
    before?.catch(() => undefined),
    after.catch(() => undefined),
  ])
  for (const [id, module] of moduleGraph.idToModuleMap) {
    const name = id.slice(RESOLVED.length)
    if (!id.startsWith(RESOLVED) || !isOurs(name)) continue
    if (was === undefined || was.modules.get(name) !== is?.modules.get(name))
      moduleGraph.invalidateModule(module)
  }
  ws.send({ type: 'full-reload' })
}

/** The source of every module, by its name. */
function modulesOf(course: Course): ReadonlyMap<string, string> {
  const { lessons, cases, scenarios } = course
  const chunks = new Map<string, string>()
  const chunk = (name: string, value: unknown) => {
    chunks.set(PREFIX + name, `export default ${JSON.stringify(value)}`)
    return [name, `() => import('${PREFIX}${name}')`] as const
  }
  const loaders = (entries: readonly (readonly [string, string])[]) =>
    `const chunks = {${entries.map(([name, load]) => `${JSON.stringify(name)}: ${load}`).join(', ')}}
async function load(name) {
  if (!Object.hasOwn(chunks, name)) throw new Error('there is no ' + name)
  return (await chunks[name]()).default
}
`
  const chunksOf = ([slug, { plan, texts }]: readonly [string, Lesson]) => [
    chunk(`course/lesson/${slug}`, plan),
    ...LOCALES.map((locale) => chunk(`course/text/${slug}/${locale}`, textIn(texts, locale))),
  ]
  const termsOf = (locale: Locale) =>
    [...lessons].map(([slug, { texts }]) => ({
      slug,
      terms: Object.keys(textIn(texts, locale).terms),
    }))
  const forLearners = [
    ...scenarios.map(({ name, source }) => chunk(`scenario/${name}`, source)),
    ...LOCALES.map((locale) =>
      chunk(`course/outline-${locale}`, outlineOf(listIn(locale, course))),
    ),
    // Named after its page, which is the only one that needs it.
    ...LOCALES.map((locale) => chunk(`course/course-${locale}`, listIn(locale, course))),
    ...LOCALES.map((locale) =>
      chunk(`course/glossary-${locale}`, glossaryIndex(locale, course.glossary, termsOf(locale))),
    ),
    ...[...lessons].flatMap(chunksOf),
  ]
  const ofCases = [...cases].flatMap(chunksOf)
  const ofSolutions = [...lessons, ...cases].map(([slug, { proof }]) =>
    chunk(`course/${slug}-solutions`, {
      solution: proof.solution,
      solutionOf: proof.solutionOf,
    } satisfies Solutions),
  )
  const names = scenarios.map(({ name }) => name)
  return new Map([
    ...chunks,
    // A list of loaders has a name and a hash for each, and a first lesson needs neither of these.
    [`${PREFIX}course/cases`, `${loaders(ofCases)}export default load`],
    [`${PREFIX}course/solutions`, `${loaders(ofSolutions)}export default load`],
    [
      `${PREFIX}course`,
      `export const slugs = ${JSON.stringify([...lessons.keys()])}
export const cases = ${JSON.stringify([...cases.keys()])}
${loaders(forLearners)}
export const loadOutline = (locale) => load('course/outline-' + locale)
export const loadList = (locale) => load('course/course-' + locale)
export const loadGlossary = (locale) => load('course/glossary-' + locale)
const loadOf = async (slug, name) => {
  if (!cases.includes(slug)) return load(name)
  return (await import('${PREFIX}course/cases')).default(name)
}
export const loadLesson = (slug) => loadOf(slug, 'course/lesson/' + slug)
export const loadScenario = (name) => load('scenario/' + name)
export const loadSolutions = async (slug) =>
  (await import('${PREFIX}course/solutions')).default('course/' + slug + '-solutions')
export const loadLessonText = (slug, locale) =>
  loadOf(slug, 'course/text/' + slug + '/' + locale)
`,
    ],
    [`${PREFIX}scenario-names`, `export const scenarioNames = ${JSON.stringify(names)}`],
  ])
}
