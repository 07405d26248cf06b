/** The files of a lesson's folder: which there may be, and the programs among them. */
import { DEFAULT_LOCALE, LOCALES } from '../locale/locale.ts'
import { PROGRAM_FILES } from '../program/program-file.ts'
import type { Program } from '../program/program.ts'
import { CourseError } from './course-problem.ts'

const NAME = '[a-z][a-z0-9-]*'
const PROGRAM = `(?:${PROGRAM_FILES.join('|').replaceAll('.', '\\.')})`
/** Languages that programs may have comments in, besides English. */
export const TRANSLATED = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE)

/** Every name that a file of a lesson may have. */
const FILE_NAME = new RegExp(
  `^(?:(?:lesson|fault)\\.yaml|(?:${LOCALES.join('|')})(?:\\.help)?\\.md|` +
    `start/(?:(?:${TRANSLATED.join('|')})/)?${PROGRAM}|` +
    `solution/(?:${NAME}/)?${PROGRAM}|` +
    `(?:try|right|wrong)/${NAME}(?:\\.js|/${PROGRAM})|` +
    `worlds/(?:${NAME}/)?${NAME}\\.(?:js|html|conf))$`,
)

export class LessonFiles {
  /** Of the lesson, from the root of the project. */
  readonly folder: string
  readonly #files: ReadonlyMap<string, string>

  /** @param files by their names in the lesson's folder: `wrong/silent.js`. */
  constructor(folder: string, files: ReadonlyMap<string, string>) {
    this.folder = folder
    this.#files = files
  }

  pathOf(name: string): string {
    return `${this.folder}/${name}`
  }

  has(name: string): boolean {
    return this.#files.has(name)
  }

  /** @throws CourseError if there is no such file. */
  text(name: string): string {
    const text = this.#files.get(name)
    if (text === undefined)
      throw new CourseError([{ file: this.pathOf(name), line: 1, reason: 'is missing' }])
    return text.replaceAll('\r\n', '\n')
  }

  /**
   * Names that no file of a lesson has.
   * @param settings the name of its settings: a lesson has no `fault.yaml`, a case no `lesson.yaml`.
   */
  strangers(settings: string): readonly string[] {
    return [...this.#files.keys()].filter(
      (name) => !FILE_NAME.test(name) || (name.endsWith('.yaml') && name !== settings),
    )
  }

  /** All names below a folder. */
  below(folder: string): readonly string[] {
    return [...this.#files.keys()].filter((name) => name.startsWith(`${folder}/`))
  }

  /** The names of programs in a folder: of `try/a.js` and `try/b/client.js`, a and b. */
  programsIn(folder: string): readonly string[] {
    const names = this.below(folder).map((name) => (name.split('/')[1] ?? '').replace(/\.js$/, ''))
    return [...new Set(names)]
  }

  /** A folder of files, or one `.js` file, which is a `client.js`. */
  replacements(name: string): Partial<Program> {
    const files = this.filesIn(name)
    return Object.keys(files).length > 0 ? files : { 'client.js': this.text(`${name}.js`) }
  }

  /** The files of a program that are right in this folder. */
  filesIn(folder: string): Partial<Program> {
    const there = PROGRAM_FILES.filter((file) => this.has(`${folder}/${file}`))
    return Object.fromEntries(there.map((file) => [file, this.text(`${folder}/${file}`)]))
  }
}
