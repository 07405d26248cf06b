/** The course without colours, which take their time: its lessons, and what is wrong with them. */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/**
 * @param {string} root of the project
 * @throws CourseError with every problem of the lessons, each with its file and line
 */
export async function readWords(root) {
  // `runnerImport` makes the process a development one, and a build after it would be one, too.
  const { NODE_ENV: before } = process.env
  try {
    return await read(root)
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** @param {string} root */
async function read(root) {
  /** @type {{ module: typeof import('./course/read-course.ts') }} */
  const { module: reader } = await runnerImport(here('./course/read-course.ts'))
  /** @type {{ module: typeof import('./vite/figures.ts') }} */
  const { module: figures } = await runnerImport(here('./vite/figures.ts'))
  const known = await figures.readFigures(root)
  const { lessons, cases, stale } = reader.readCourse(root, (code) => [code], known)
  const template = reader.readTemplate(root, (code) => [code], known)
  return {
    slugs: [...lessons.keys(), ...cases.keys()],
    stale: [...stale, ...template.stale],
    folderOf: reader.folderOf,
  }
}

/**
 * Calls `use`. Where the course has problems, it prints them without a stack: the mistake is in a
 * lesson, and file and line are all that its author needs.
 *
 * @param {() => Promise<number>} use which returns an exit code
 */
export async function orProblems(use) {
  try {
    return await use()
  } catch (error) {
    // Not `instanceof`: the class is another one in each `runnerImport`.
    if (!(error instanceof Error && error.name === 'CourseError')) throw error
    console.error(error.message)
    return 1
  }
}

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
