/**
 * Reads a lesson from the texts of its files and proves that they fit each other. Over 300 lines, because a
 * lesson and a case of find the fault are read by one reader, whose parts share what it has gathered.
 */
import {
  DEFAULT_LOCALE,
  languageOf,
  textIn,
  type ByLocale,
  type Locale,
  type Localised,
} from '../locale/locale.ts'
import { problemsOfAsked, problemsOfTranslatedAsked, type Asked } from './asked.ts'
import type { Highlight } from './block-reader.ts'
import { CourseError, type CourseProblem } from './course-problem.ts'
import type { KnownFigures } from './figure-properties.ts'
import {
  faultOf,
  lessonOf,
  pathInFault,
  problemsOfFault,
  problemsOfFaultHelp,
  problemsOfFaultText,
  problemsOfStrayFaults,
} from './fault-file.ts'
import { splitFrontMatter } from './front-matter.ts'
import { markedTerms, problemsOfTerms, type GlossaryFile } from './glossary.ts'
import { parseHelp, type HelpMarkdown, type NamedText } from './help-markdown.ts'
import { problemsOfHelp, problemsOfTranslatedHelp } from './help-problems.ts'
import { LessonFiles, TRANSLATED } from './lesson-files.ts'
import { FAULT_STEPS, type LessonPlan, type LessonProof } from './lesson-plan.ts'
import { problemsOfLesson } from './lesson-problems.ts'
import type { LessonNode, LessonText } from './lesson-text.ts'
import { MarkdownError } from './markdown-error.ts'
import { parseLessonMarkdown, TOP, type LessonMarkdown } from './markdown.ts'
import { minutesOf, problemsOfPace } from './pace.ts'
import { looksOf, questionsOf, runOf, stepsOf, tasksOf, worldsOf } from './plan.ts'
import { ProgramReader, type Programs } from './read-programs.ts'
import {
  faultSchema,
  frontMatterSchema,
  helpFrontMatterSchema,
  lessonSchema,
  type FaultFile,
  type LessonFile,
} from './schema.ts'
import {
  sectionVersions,
  staleSections,
  versionOf,
  type SectionVersion,
  type StaleSection,
} from './section-versions.ts'
import { problemsOfTaskWords } from './task-words.ts'
import { problemsOfTranslation, problemsOfWalk } from './walk-problems.ts'
import type { TextProblem } from './walk.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

/** A lesson's place in the course. */
export interface LessonPlace {
  /** A case of find the fault is read like a lesson, from a `fault.yaml`. */
  readonly kind: 'lesson' | 'fault'
  readonly slug: string
  /** From the root of the project. */
  readonly folder: string
  /** The title of the part that the lesson belongs to. */
  readonly part: Localised
}

/** What a lesson may name. */
export interface KnownNames {
  readonly scenarios: readonly string[]
  readonly figures: KnownFigures
  readonly glossary: GlossaryFile
}

export interface Lesson {
  readonly plan: LessonPlan
  readonly proof: LessonProof
  readonly texts: Readonly<ByLocale<LessonText>>
  readonly asked: Readonly<ByLocale<Asked>>
}

export interface LessonReading {
  /** Null where a file is missing or cannot be parsed. */
  readonly lesson: Lesson | null
  readonly problems: readonly CourseProblem[]
  /** Sections that were translated from another version than the present one. */
  readonly stale: readonly StaleText[]
}

/** A section of a file that was translated from another version than the present one. */
export interface StaleText extends CourseProblem, StaleSection {}

/** @param files by their names in the lesson's folder: `wrong/silent.js`. */
export function readLesson(
  place: LessonPlace,
  files: ReadonlyMap<string, string>,
  known: KnownNames,
  highlight: Highlight,
): LessonReading {
  return new LessonReader(place, files, known, highlight).read()
}

/** The text of a lesson in one language, as read. */
interface TextRead {
  readonly file: string
  readonly markdown: LessonMarkdown
  readonly help: HelpMarkdown
  readonly text: LessonText
  readonly asked: Asked
  readonly versions: Readonly<Record<'walk' | 'help', readonly SectionVersion[]>>
  readonly translatedFrom: Readonly<Record<'walk' | 'help', Readonly<Record<string, string>>>>
}

class LessonReader {
  readonly #place: LessonPlace
  readonly #files: LessonFiles
  readonly #known: KnownNames
  readonly #highlight: Highlight
  readonly #problems: CourseProblem[] = []
  readonly #stale: StaleText[] = []

  constructor(
    place: LessonPlace,
    files: ReadonlyMap<string, string>,
    known: KnownNames,
    highlight: Highlight,
  ) {
    this.#place = place
    this.#files = new LessonFiles(place.folder, files)
    this.#known = known
    this.#highlight = highlight
  }

  read(): LessonReading {
    const lesson = this.#gather(() => this.#lesson()) ?? null
    return { lesson, problems: this.#problems, stale: this.#stale }
  }

  #lesson(): Lesson | null {
    const file = `${this.#place.kind}.yaml`
    for (const name of this.#files.strangers(file)) this.#problem(name, 1, NO_SUCH_FILE)
    const { fault, ...yaml } = this.#settings(file)
    const { value, lineOf } = yaml
    for (const { path, reason } of problemsOfLesson(value))
      this.#problem(file, lineOf(path), reason)
    for (const [id, { scenario }] of Object.entries(value.worlds))
      if (scenario !== undefined && !this.#known.scenarios.includes(scenario)) {
        const line = lineOf(['worlds', id, 'scenario'])
        this.#problem(file, line, `there is no scenarios/${scenario}.js`)
      }
    const reader = new ProgramReader(this.#files, yaml, this.#problems)
    const programs = this.#gather(() => reader.read())
    const texts = this.#gather(() => this.#texts({ lesson: value, fault, programs }))
    const worlds = this.#gather(() => worldsOf(value, (id) => reader.filesOfWorld(id)))
    if (!programs || !texts || !worlds) return null
    const { start, startIn, tries, proof } = programs
    const plan: LessonPlan = {
      slug: this.#place.slug,
      version: versionOf(JSON.stringify(start)),
      start,
      startIn,
      continues: value.continues ?? null,
      worlds,
      looks: looksOf(value),
      tries,
      questions: questionsOf(value),
      tasks: tasksOf(value),
      ...(fault === null
        ? { steps: stepsOf(texts.walk) }
        : { steps: FAULT_STEPS, fault: faultOf(fault) }),
    }
    return { plan, proof, texts: texts.texts, asked: texts.asked }
  }

  /** `lesson.yaml`; or `fault.yaml`, and the lesson that it is. */
  #settings(file: string): YamlFile<LessonFile> & { readonly fault: FaultFile | null } {
    const path = this.#files.pathOf(file)
    if (this.#place.kind === 'lesson')
      return { ...readYaml(lessonSchema, path, this.#files.text(file)), fault: null }
    const { value: fault, lineOf } = readYaml(faultSchema, path, this.#files.text(file))
    for (const problem of problemsOfFault(fault))
      this.#problem(file, lineOf(problem.path), problem.reason)
    return { value: lessonOf(fault), fault, lineOf: (at) => lineOf(pathInFault(at)) }
  }

  #problem(name: string, line: number, reason: string): void {
    this.#problems.push({ file: this.#files.pathOf(name), line, reason })
  }

  #textProblems(file: string, problems: readonly TextProblem[]): void {
    for (const { line, reason } of problems) this.#problem(file, line ?? 1, reason)
  }

  /** Returns nothing where `read` throws problems, which are gathered. */
  #gather<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof CourseError)) throw error
      this.#problems.push(...error.problems)
      return undefined
    }
  }

  #texts(settings: Settings) {
    const english = this.#oneText(DEFAULT_LOCALE, settings)
    const texts: ByLocale<LessonText> = { [DEFAULT_LOCALE]: english.text }
    const asked: ByLocale<Asked> = { [DEFAULT_LOCALE]: english.asked }
    for (const locale of TRANSLATED) {
      if (languageOf(locale).isPartial === true && !this.#files.has(`${locale}.md`)) continue
      const translation = this.#gather(() => this.#oneText(locale, settings))
      if (translation === undefined) continue
      const { file, markdown, help, text, translatedFrom } = translation
      texts[locale] = text
      asked[locale] = translation.asked
      this.#textProblems(file, [
        ...problemsOfTranslation(english.markdown, markdown),
        ...problemsOfTranslatedAsked(english.asked, translation.asked),
      ])
      this.#textProblems(helpOf(file), problemsOfTranslatedHelp(english.help, help))
      for (const [name, part] of [[file, 'walk'] as const, [helpOf(file), 'help'] as const])
        for (const stale of staleSections(english.versions[part], translatedFrom[part]))
          this.#stale.push({ file: this.#files.pathOf(name), line: 1, ...stale })
    }
    return { texts, asked, walk: english.markdown.walk }
  }

  #oneText(locale: Locale, { lesson, fault, programs }: Settings): TextRead {
    const file = `${locale}.md`
    const path = this.#files.pathOf(file)
    const { front, body, firstLine } = splitFrontMatter(this.#files.text(file))
    if (front === null)
      throw new CourseError([
        { file: path, line: 1, reason: 'begins with front matter between --- lines' },
      ])
    const {
      title,
      summary,
      asked = {},
      translatedFrom = {},
    } = readYaml(frontMatterSchema, path, front, 2).value
    const markdown = this.#parse(file, () =>
      parseLessonMarkdown(body, {
        firstLine,
        highlight: this.#highlight,
        figures: this.#known.figures,
        tries: new Map(programs?.tries.map(({ id, program }) => [id, program])),
        tryOf: triesOfQuestions(lesson),
      }),
    )
    this.#textProblems(file, [
      ...markdown.problems,
      ...problemsOfWalk(lesson, markdown),
      ...problemsOfAsked(asked, markdown.sections),
      ...(fault === null
        ? problemsOfStrayFaults(markdown.walk)
        : problemsOfFaultText(fault, markdown)),
      ...problemsOfPace(markdown.walk, locale),
      ...problemsOfTerms(markdown.walk, this.#known.glossary, locale),
      ...(programs === undefined
        ? []
        : problemsOfTaskWords(
            lesson.tasks,
            markdown.walk,
            { start: programs.start, solution: programs.proof.solution },
            locale,
          )),
    ])
    const help = this.#help(locale, lesson)
    this.#textProblems(helpOf(file), fault === null ? [] : problemsOfFaultHelp(fault, help.read))
    const { slug, part } = this.#place
    const text: LessonText = {
      slug,
      locale,
      title,
      eyebrow: textIn(part, locale),
      summary,
      minutes: minutesOf(markdown.walk, locale),
      sections: markdown.sections,
      // The earlier lesson is not known here.
      continues: null,
      terms: markedTerms(markdown.walk, this.#known.glossary, locale),
      hints: Object.fromEntries(
        help.read.tasks.map(({ task, hints }) => [
          task,
          hints.map(({ id, content }) => ({ id, content })),
        ]),
      ),
      worlds: textsById(help.read.worlds),
      failures: Object.fromEntries(
        help.read.tasks.flatMap(({ failures }) =>
          failures.map(({ name, content }) => [name, content]),
        ),
      ),
      ...(fault === null
        ? {}
        : { fault: { says: textsById(help.read.says), causes: textsById(help.read.causes) } }),
    }
    return {
      file,
      markdown,
      help: help.read,
      text,
      asked: new Map(Object.entries(asked)),
      versions: { walk: sectionVersions(body, TOP, `${title}\n${summary}`), help: help.versions },
      translatedFrom: { walk: translatedFrom, help: help.translatedFrom },
    }
  }

  #help(locale: Locale, lesson: LessonFile) {
    const file = helpOf(`${locale}.md`)
    const { front, body, firstLine } = splitFrontMatter(this.#files.text(file))
    const { translatedFrom = {} } =
      front === null
        ? {}
        : readYaml(helpFrontMatterSchema, this.#files.pathOf(file), front, 2).value
    const read = this.#parse(file, () => parseHelp(body, { firstLine, highlight: this.#highlight }))
    this.#textProblems(file, problemsOfHelp(lesson, read, locale))
    return { read, translatedFrom, versions: sectionVersions(body, TOP) }
  }

  #parse<T>(file: string, parse: () => T): T {
    try {
      return parse()
    } catch (error) {
      if (!(error instanceof MarkdownError)) throw error
      throw new CourseError([
        { file: this.#files.pathOf(file), line: error.line, reason: error.message },
      ])
    }
  }
}

const NO_SUCH_FILE =
  'a lesson has no such file; a program is client.js, server.js, page.html in start/ or solution/, ' +
  'or <name>.js or a folder of these files in try/, right/ or wrong/'

/** A lesson's settings and programs, as far as its texts have to fit them. */
interface Settings {
  readonly lesson: LessonFile
  /** Null: it is no case. */
  readonly fault: FaultFile | null
  readonly programs: Programs | undefined
}

function textsById(texts: readonly NamedText[]): Readonly<Record<string, readonly LessonNode[]>> {
  return Object.fromEntries(texts.map(({ id, content }) => [id, content]))
}

/** `en.md` has `en.help.md` beside it. */
const helpOf = (file: string) => file.replace(/\.md$/, '.help.md')

function triesOfQuestions({ questions }: LessonFile): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(questions).flatMap(([id, question]) => {
      const run = runOf(question.run)
      return run.kind === 'try' ? [[id, run.id] as const] : []
    }),
  )
}
