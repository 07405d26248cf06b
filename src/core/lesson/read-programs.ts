/** Reads the programs of a lesson: starter, samples, solutions, and what proves its checks. */
import type { ProgramFile } from '../program/program-file.ts'
import { filesOf, type Program } from '../program/program.ts'
import { wideLines } from './code-lines.ts'
import { CourseError, type CourseProblem } from './course-problem.ts'
import { TRANSLATED, type LessonFiles } from './lesson-files.ts'
import type { LessonProof, Try } from './lesson-plan.ts'
import { differenceInCode } from './same-code.ts'
import type { LessonFile } from './schema.ts'
import { tooWide } from './walk-problems.ts'
import type { YamlFile } from './yaml-file.ts'

export interface Programs {
  readonly start: Program
  readonly startIn: Readonly<Record<string, Program>>
  readonly tries: readonly Try[]
  readonly proof: LessonProof
}

const NO_CLIENT =
  'is missing: a sample is a program of its own, so its folder has a client.js besides its other files'

export class ProgramReader {
  readonly #files: LessonFiles
  readonly #yaml: YamlFile<LessonFile>
  readonly #problems: CourseProblem[]

  /** @param problems gets what is wrong. */
  constructor(files: LessonFiles, yaml: YamlFile<LessonFile>, problems: CourseProblem[]) {
    this.#files = files
    this.#yaml = yaml
    this.#problems = problems
  }

  #problem(name: string, line: number, reason: string): void {
    this.#problems.push({ file: this.#files.pathOf(name), line, reason })
  }

  /** @throws CourseError if a file is missing. */
  read(): Programs {
    const start = this.#programOver('start', {})
    const startIn: Record<string, Program> = {}
    for (const locale of TRANSLATED) {
      const folder = `start/${locale}`
      const files = this.#files.filesIn(folder)
      if (Object.keys(files).length === 0) continue
      const translated = { ...start, ...files }
      for (const file of filesOf(translated)) {
        if (files[file] === undefined) continue
        const difference = differenceInCode(file, start[file] ?? '', translated[file] ?? '')
        if (difference) this.#problem(`${folder}/${file}`, difference.line, difference.reason)
      }
      startIn[locale] = translated
    }
    for (const name of [...this.#files.below('start'), ...this.#files.below('try')])
      for (const { line, columns } of wideLines(this.#files.text(name)))
        this.#problem(name, line, tooWide(columns))
    return { start, startIn, tries: this.#tries(), proof: this.#proof(start) }
  }

  #programOver(folder: string, base: Partial<Program>): Program {
    const files = { ...base, ...this.#files.filesIn(folder) }
    return { ...files, 'client.js': files['client.js'] ?? this.#files.text(`${folder}/client.js`) }
  }

  #tries(): readonly Try[] {
    const { value, lineOf } = this.#yaml
    for (const name of this.#files.programsIn('try'))
      if (!Object.hasOwn(value.tries, name))
        this.#problem('lesson.yaml', lineOf(['tries']), `try/${name} is not listed under tries`)
    return Object.entries(value.tries).flatMap(([id, { world, shows }]) => {
      // One that is missing hides no other problem.
      try {
        const files = this.#files.replacements(`try/${id}`)
        const client = files['client.js']
        if (client === undefined) {
          this.#problem(`try/${id}/client.js`, 1, NO_CLIENT)
          return []
        }
        return [{ id, world, shows, program: { ...files, 'client.js': client } }]
      } catch (error) {
        if (!(error instanceof CourseError)) throw error
        this.#problems.push(...error.problems)
        return []
      }
    })
  }

  #proof(start: Program): LessonProof {
    const { value, lineOf } = this.#yaml
    const listed = new Set(value.wrong.map(({ name }) => name))
    for (const name of this.#files.programsIn('wrong'))
      if (!listed.has(name))
        this.#problem('lesson.yaml', lineOf(['wrong']), `wrong/${name} is not listed under wrong`)
    const solution = this.#programOver('solution', start)
    return {
      solution,
      solutionOf: this.#solutionOf(value, start, solution),
      right: this.#files.programsIn('right').map((name) => ({
        name,
        files: this.#files.replacements(`right/${name}`),
      })),
      wrong: value.wrong.map(({ name, over, world, check, mistake, hint }) => ({
        name,
        files: this.#files.replacements(`wrong/${name}`),
        over,
        world,
        check,
        mistake: mistake ?? null,
        hint,
      })),
    }
  }

  #solutionOf({ tasks }: LessonFile, start: Program, solution: Program): Record<string, Program> {
    const [only, ...others] = tasks
    if (only !== undefined && others.length === 0) return { [only.id]: solution }
    const folders = new Set(
      this.#files
        .below('solution')
        .flatMap((name) => (name.split('/').length > 2 ? [name.split('/')[1]] : [])),
    )
    const programs: Record<string, Program> = {}
    for (const { id, requires } of tasks) {
      const folder = `solution/${id}`
      if (folders.delete(id)) programs[id] = { ...start, ...this.#files.filesIn(folder) }
      else if (requires.length === 0)
        this.#problem(
          `${folder}/client.js`,
          1,
          `is missing: the starter with what solves ${id} and no other task`,
        )
    }
    for (const name of folders) this.#problem(`solution/${name}`, 1, `there is no task ${name}`)
    return programs
  }

  /** The files that take the place of the program's own in a world. */
  filesOfWorld(id: string): Partial<Program> {
    const { value, lineOf } = this.#yaml
    const world = value.worlds[id]
    const files: Partial<Record<ProgramFile, string>> = {}
    if (world === undefined) return files
    const keys = {
      ...({ client: 'client.js', server: 'server.js' } as const),
      ...({ proxy: 'nginx.conf', page: 'page.html' } as const),
    }
    for (const key of ['client', 'server', 'proxy', 'page'] as const) {
      const name = key in world ? world[key] : undefined
      if (name === undefined) continue
      if (this.#files.has(name)) files[keys[key]] = this.#files.text(name)
      else this.#problem('lesson.yaml', lineOf(['worlds', id, key]), `there is no ${name}`)
    }
    return files
  }
}
