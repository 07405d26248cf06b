/**
 * `virtual:course` and `virtual:scenarios`: the course, read and proved when the app is built. A
 * broken file fails the build with its place. Each lesson and each text is a chunk of its own.
 */
import path from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { CourseError } from '../course/course-problem.ts'
import { createHighlight } from '../course/highlight.ts'
import { readCourse, type Course } from '../course/read-course.ts'

const COURSE = 'virtual:course'
const SCENARIOS = 'virtual:scenarios'
/** `virtual:course/lesson/<slug>` and `virtual:course/text/<slug>/<locale>`. */
const PARTS = /^virtual:course\/(lesson\/[a-z0-9-]+|text\/[a-z0-9-]+\/[A-Za-z-]+)$/
const RESOLVED = '\0'

export function course(root: string): Plugin {
  let current: Promise<Course> | undefined
  const highlight = createHighlight()
  const read = () => (current ??= highlight.then((colour) => readCourse(root, colour)))
  const isOurs = (file: string) => {
    const [top] = path.relative(root, file).split(path.sep)
    return top === 'lessons' || top === 'scenarios'
  }

  return {
    name: 'course',

    resolveId(id) {
      return id === COURSE || id === SCENARIOS || PARTS.test(id) ? RESOLVED + id : undefined
    },

    async load(id) {
      if (!id.startsWith(RESOLVED + 'virtual:')) return undefined
      const name = id.slice(RESOLVED.length)
      if (name !== COURSE && name !== SCENARIOS && !PARTS.test(name)) return undefined
      try {
        return moduleOf(name, await read())
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

    configureServer(server) {
      server.watcher.add([path.join(root, 'lessons'), path.join(root, 'scenarios')])
      const changed = (file: string) => {
        if (!isOurs(file)) return
        current = undefined
        reload(server)
      }
      server.watcher.on('add', changed).on('change', changed).on('unlink', changed)
    },
  }
}

/** The next load reads the course again; what the learner typed is kept by the workspace. */
function reload(server: ViteDevServer): void {
  const { moduleGraph } = server
  for (const [id, module] of moduleGraph.idToModuleMap)
    if (id.startsWith(RESOLVED + COURSE) || id === RESOLVED + SCENARIOS)
      moduleGraph.invalidateModule(module)
  server.ws.send({ type: 'full-reload' })
}

function moduleOf(name: string, read: Course): string {
  if (name === SCENARIOS) return `export const scenarios = ${JSON.stringify(read.scenarios)}`
  if (name === COURSE) return courseModule(read)
  const [, kind, slug = '', locale = ''] = name.split('/')
  const texts: Readonly<Record<string, unknown>> | undefined = read.texts.get(slug)
  const value: unknown = kind === 'lesson' ? read.lessons.get(slug) : texts?.[locale]
  if (value === undefined) throw new Error(`there is no ${name}`)
  return `export default ${JSON.stringify(value)}`
}

function courseModule({ outline, lessons, texts }: Course): string {
  const entry = (id: string) => `${JSON.stringify(id)}: () => import('virtual:course/${id}')`
  const entries = [
    ...[...lessons.keys()].map((slug) => entry(`lesson/${slug}`)),
    ...[...texts].flatMap(([slug, byLocale]) =>
      Object.keys(byLocale).map((locale) => entry(`text/${slug}/${locale}`)),
    ),
  ]
  return `
export const outline = ${JSON.stringify(outline)}
const chunks = { ${entries.join(', ')} }
async function load(id, missing) {
  if (!Object.hasOwn(chunks, id)) throw new Error(missing)
  return (await chunks[id]()).default
}
export const loadLesson = (slug) => load('lesson/' + slug, 'there is no lesson ' + slug)
export const loadLessonText = (slug, locale) =>
  load('text/' + slug + '/' + locale, 'there is no lesson ' + slug + ' in ' + locale)
`
}
