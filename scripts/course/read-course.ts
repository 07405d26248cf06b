/** Reads and proves the whole course: `lessons/` and `scenarios/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CourseError, type CourseProblem } from '../../src/core/lesson/course-problem.ts'
import { glossarySchema, type GlossaryFile } from '../../src/core/lesson/glossary.ts'
import type { KnownFigures } from '../../src/core/lesson/figure-properties.ts'
import type {
  CourseList,
  FaultsOutline,
  LessonOutline,
} from '../../src/core/lesson/course-outline.ts'
import type { Highlight } from '../../src/core/lesson/block-reader.ts'
import { titleOfStep } from '../../src/core/lesson/blocks-of.ts'
import { continuing } from '../../src/core/lesson/continuation.ts'
import { earlierLessonsOf, withEarlierQuestions } from '../../src/core/lesson/earlier-answers.ts'
import type { Step } from '../../src/core/lesson/lesson-plan.ts'
import type { LessonText } from '../../src/core/lesson/lesson-text.ts'
import { FAULT_PAGE } from '../../src/core/lesson/page-names.ts'
import { plainText } from '../../src/core/lesson/plain-text.ts'
import {
  readLesson,
  type Lesson,
  type LessonPlace,
  type LessonReading,
  type StaleText,
} from '../../src/core/lesson/read-lesson.ts'
import { courseSchema } from '../../src/core/lesson/schema.ts'
import { textIn, type ByLocale, type Locale, type Localised } from '../../src/core/locale/locale.ts'
import { readYaml } from '../../src/core/lesson/yaml-file.ts'

export interface Scenario {
  readonly name: string
  readonly source: string
}

interface OutlinedLesson {
  readonly slug: string
  readonly title: Localised
  readonly summary: Localised
  readonly minutes: Readonly<ByLocale<number>>
  readonly continues: string | null
  readonly steps: readonly (Step & { readonly title: Localised })[]
}

export interface OutlinedPart {
  readonly id: string
  readonly title: Localised
  readonly summary: Localised
  readonly lessons: readonly OutlinedLesson[]
  readonly faults?: { readonly summary: Localised; readonly cases: readonly OutlinedLesson[] }
}

export interface Course {
  /** In every language; `listIn` gives it in one. */
  readonly outline: { readonly parts: readonly OutlinedPart[] }
  /** By slug. */
  readonly lessons: ReadonlyMap<string, Lesson>
  /** Of find the fault, by slug. */
  readonly cases: ReadonlyMap<string, Lesson>
  readonly scenarios: readonly Scenario[]
  readonly glossary: GlossaryFile
  /** Sections that were translated from another version than the present one. */
  readonly stale: readonly StaleText[]
}

export function listIn(locale: Locale, { outline }: Course): CourseList {
  const all = outline.parts.flatMap(({ lessons }) => lessons)
  const continued = new Set(all.map(({ continues }) => continues))
  const isChat = ({ slug, continues }: OutlinedLesson) => continues !== null || continued.has(slug)
  return {
    parts: outline.parts.map(({ id, title, summary, lessons, faults }) => ({
      id,
      title: textIn(title, locale),
      summary: textIn(summary, locale),
      lessons: lessons.map((lesson) => lessonIn(locale, lesson, isChat(lesson))),
      ...(faults === undefined ? {} : { faults: faultsIn(locale, faults) }),
    })),
  }
}

function lessonIn(
  locale: Locale,
  { slug, title, summary, minutes, steps }: OutlinedLesson,
  isChat: boolean,
): LessonOutline {
  return {
    slug,
    title: textIn(title, locale),
    summary: textIn(summary, locale),
    minutes: textIn(minutes, locale),
    steps: steps.map(({ kind, id, title: words }) => ({ kind, id, title: textIn(words, locale) })),
    isChat,
  }
}

function faultsIn(
  locale: Locale,
  { summary, cases }: NonNullable<OutlinedPart['faults']>,
): FaultsOutline {
  const outlined = cases.map((one) => lessonIn(locale, one, false))
  return {
    summary: textIn(summary, locale),
    minutes: outlined.reduce((sum, { minutes }) => sum + minutes, 0),
    cases: outlined,
  }
}

/** Reads a course any number of times, and parses only the lessons that changed. */
export class CourseReader {
  readonly #root: string
  readonly #highlight: Highlight
  readonly #readings = new Map<string, { readonly from: string; readonly reading: LessonReading }>()

  constructor(root: string, highlight: Highlight) {
    this.#root = root
    this.#highlight = highlight
  }

  /** @throws CourseError with every problem, each with its file and line. */
  read(figures: KnownFigures): Course {
    const scenarios = this.#scenarios()
    const glossary = this.#glossary()
    const known = { scenarios: scenarios.map(({ name }) => name), figures, glossary }
    const file = 'lessons/course.yaml'
    const course = readYaml(courseSchema, file, this.#text(file))
    const problems: CourseProblem[] = []
    const stale: StaleText[] = []
    const lessons = new Map<string, Lesson>()
    const cases = new Map<string, Lesson>()
    const listed = new Set<string>()
    /** Reads the lessons or the cases of a part, from folders beside each other. */
    const outlined = (
      place: Pick<LessonPlace, 'kind' | 'part'>,
      names: readonly string[],
      lineOf: (index: number) => number,
    ): readonly OutlinedLesson[] =>
      names.flatMap((name, index) => {
        const isCase = place.kind === 'fault'
        const slug = isCase ? FAULT_PAGE + name : name
        const folder = folderOf(slug)
        const complain = (reason: string) => problems.push({ file, line: lineOf(index), reason })
        if (listed.has(folder))
          complain(`the ${isCase ? 'case' : 'lesson'} ${name} is there already`)
        listed.add(folder)
        if (!existsSync(path.join(this.#root, folder))) {
          complain(`there is no folder ${folder}`)
          return []
        }
        const reading = this.#reading({ ...place, slug, folder }, known)
        problems.push(...reading.problems)
        stale.push(...reading.stale)
        if (reading.lesson === null) return []
        const { continues } = reading.lesson.plan
        const before = continues === null ? null : lessons.get(continues)
        if (before === undefined)
          complain(`${slug} continues ${String(continues)}, which is no lesson before it`)
        for (const earlier of earlierLessonsOf(reading.lesson))
          if (!lessons.has(earlier))
            complain(`${slug} shows answers to ${earlier}, which is no lesson before it`)
        const lesson = withEarlierQuestions(
          reading.lesson,
          (earlier) => lessons.get(earlier) ?? null,
        )
        const read = isCase ? cases : lessons
        read.set(slug, before ? continuing(lesson, before) : lesson)
        return [outlineOf(reading.lesson)]
      })
    const parts = course.value.parts.map((part, index): OutlinedPart => {
      const { id, title, summary, faults } = part
      const line = (...at: (string | number)[]) => course.lineOf(['parts', index, ...at])
      return {
        id,
        title,
        summary,
        lessons: outlined({ kind: 'lesson', part: title }, part.lessons, (at) =>
          line('lessons', at),
        ),
        ...(faults === undefined
          ? {}
          : {
              faults: {
                summary: faults.summary,
                cases: outlined({ kind: 'fault', part: title }, faults.cases, (at) =>
                  line('faults', 'cases', at),
                ),
              },
            }),
      }
    })
    for (const folder of [...this.#foldersIn('lessons'), ...this.#foldersIn(FAULTS)])
      if (!listed.has(folder) && folder !== FAULTS)
        problems.push({ file, line: 1, reason: `the folder ${folder} is not listed` })
    if (problems.length > 0) throw new CourseError(problems)
    return { outline: { parts }, lessons, cases, scenarios, glossary, stale }
  }

  readTemplate(figures: KnownFigures): LessonReading {
    const known = {
      scenarios: this.#scenarios().map(({ name }) => name),
      figures,
      glossary: this.#glossary(),
    }
    const part = { en: 'Templates', 'zh-CN': '模板' }
    return this.#reading(
      { kind: 'lesson', slug: TEMPLATE, folder: folderOf(TEMPLATE), part },
      known,
    )
  }

  #reading(place: LessonPlace, known: Parameters<typeof readLesson>[2]): LessonReading {
    const files = this.#filesOf(place.folder)
    const from = JSON.stringify([place, [...files], known])
    const cached = this.#readings.get(place.slug)
    if (cached?.from === from) return cached.reading
    const reading = readLesson(place, files, known, this.#highlight)
    this.#readings.set(place.slug, { from, reading })
    return reading
  }

  #text(file: string): string {
    const full = path.join(this.#root, file)
    if (!existsSync(full)) throw new CourseError([{ file, line: 1, reason: 'is missing' }])
    return readFileSync(full, 'utf8').replaceAll('\r\n', '\n')
  }

  /** Every file below a folder, by its path in it. Hidden files belong to editors and systems. */
  #filesOf(folder: string): ReadonlyMap<string, string> {
    const full = path.join(this.#root, folder)
    const names = readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => path.relative(full, path.join(entry.parentPath, entry.name)))
      .map((name) => name.replaceAll(path.sep, '/'))
      .sort()
    return new Map(names.map((name) => [name, this.#text(`${folder}/${name}`)]))
  }

  #glossary(): GlossaryFile {
    const file = 'lessons/glossary.yaml'
    return readYaml(glossarySchema, file, this.#text(file)).value
  }

  #scenarios(): Scenario[] {
    const folder = path.join(this.#root, 'scenarios')
    const files = existsSync(folder) ? readdirSync(folder).sort() : []
    return files
      .filter((file) => file.endsWith('.js'))
      .map((file) => ({
        name: file.slice(0, -'.js'.length),
        source: this.#text(`scenarios/${file}`),
      }))
  }

  #foldersIn(folder: string): readonly string[] {
    const full = path.join(this.#root, folder)
    if (!existsSync(full)) return []
    return readdirSync(full, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map(({ name }) => `${folder}/${name}`)
  }
}

/** The folder of cases of find the fault. */
const FAULTS = 'lessons/faults'

/** Where the files of a lesson or a case are, from the root of the project. */
export function folderOf(slug: string): string {
  return slug.startsWith(FAULT_PAGE)
    ? `${FAULTS}/${slug.slice(FAULT_PAGE.length)}`
    : `lessons/${slug}`
}

/** `lessons/_template`, which is no lesson of the course, and as good as one. */
const TEMPLATE = '_template'

/** @throws CourseError with every problem, each with its file and line. */
export function readTemplate(
  root: string,
  highlight: Highlight,
  figures: KnownFigures,
): LessonReading {
  return new CourseReader(root, highlight).readTemplate(figures)
}

/** @throws CourseError with every problem, each with its file and line. */
export function readCourse(root: string, highlight: Highlight, figures: KnownFigures): Course {
  return new CourseReader(root, highlight).read(figures)
}

function outlineOf({ plan, texts }: Lesson): OutlinedLesson {
  const inEach = <T>(read: (text: LessonText) => T): ByLocale<T> & { readonly en: T } => {
    const known = Object.entries(texts).map(([locale, text]) => [locale, read(text)])
    return { ...Object.fromEntries(known), en: read(texts.en) }
  }
  return {
    slug: plan.slug,
    title: inEach(({ title }) => title),
    summary: inEach(({ summary }) => summary),
    minutes: inEach(({ minutes }) => minutes),
    continues: plan.continues,
    steps: plan.steps.map((step) => ({
      ...step,
      title: inEach((text) => plainText(titleOfStep(text, step))),
    })),
  }
}
