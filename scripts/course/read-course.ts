/** Reads and proves the whole course: `lessons/` and `scenarios/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CourseError, type CourseProblem } from '../../src/core/lesson/course-problem.ts'
import { glossarySchema, type GlossaryFile } from '../../src/core/lesson/glossary.ts'
import type { KnownFigures } from '../../src/core/lesson/figure-properties.ts'
import type { CourseOutline } from '../../src/core/lesson/course-outline.ts'
import type { Highlight } from '../../src/core/lesson/block-reader.ts'
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
  readonly tasks: readonly string[]
}

export interface OutlinedPart {
  readonly id: string
  readonly title: Localised
  readonly lessons: readonly OutlinedLesson[]
}

export interface Course {
  /** In every language; `outlineIn` gives it in one. */
  readonly outline: { readonly parts: readonly OutlinedPart[] }
  /** By slug. */
  readonly lessons: ReadonlyMap<string, Lesson>
  readonly scenarios: readonly Scenario[]
  readonly glossary: GlossaryFile
  /** Sections that were translated from another version than the present one. */
  readonly stale: readonly StaleText[]
}

export function outlineIn(locale: Locale, { outline }: Course): CourseOutline {
  return {
    parts: outline.parts.map(({ id, title, lessons }) => ({
      id,
      title: textIn(title, locale),
      lessons: lessons.map(({ slug, title, summary, minutes, tasks }) => ({
        slug,
        title: textIn(title, locale),
        summary: textIn(summary, locale),
        minutes: textIn(minutes, locale),
        tasks,
      })),
    })),
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
    const listed = new Set<string>()
    const parts: OutlinedPart[] = []
    for (const [partIndex, { id, title, lessons: slugs }] of course.value.parts.entries()) {
      const outlined: OutlinedLesson[] = []
      for (const [index, slug] of slugs.entries()) {
        const complain = (reason: string) =>
          problems.push({
            file,
            line: course.lineOf(['parts', partIndex, 'lessons', index]),
            reason,
          })
        if (listed.has(slug)) complain(`the lesson ${slug} is there already`)
        listed.add(slug)
        if (!existsSync(path.join(this.#root, 'lessons', slug))) {
          complain(`there is no folder lessons/${slug}`)
          continue
        }
        const reading = this.#reading({ slug, part: title }, known)
        problems.push(...reading.problems)
        stale.push(...reading.stale)
        if (reading.lesson === null) continue
        lessons.set(slug, reading.lesson)
        outlined.push(outlineOf(reading.lesson))
      }
      parts.push({ id, title, lessons: outlined })
    }
    for (const name of this.#lessonFolders())
      if (!listed.has(name))
        problems.push({ file, line: 1, reason: `the folder lessons/${name} is not listed` })
    if (problems.length > 0) throw new CourseError(problems)
    return { outline: { parts }, lessons, scenarios, glossary, stale }
  }

  readTemplate(figures: KnownFigures): LessonReading {
    const known = {
      scenarios: this.#scenarios().map(({ name }) => name),
      figures,
      glossary: this.#glossary(),
    }
    return this.#reading({ slug: TEMPLATE, part: { en: 'Templates', 'zh-CN': '模板' } }, known)
  }

  #reading(place: LessonPlace, known: Parameters<typeof readLesson>[2]): LessonReading {
    const files = this.#filesOf(`lessons/${place.slug}`)
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

  #lessonFolders(): readonly string[] {
    return readdirSync(path.join(this.#root, 'lessons'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map(({ name }) => name)
  }
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
  const localised = <Key extends 'title' | 'summary' | 'minutes'>(key: Key) => {
    const known = Object.entries(texts).map(([locale, text]) => [locale, text[key]])
    return { ...Object.fromEntries(known), en: texts.en[key] }
  }
  return {
    slug: plan.slug,
    title: localised('title'),
    summary: localised('summary'),
    minutes: localised('minutes'),
    tasks: plan.tasks.map(({ id }) => id),
  }
}
