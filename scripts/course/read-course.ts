/** Reads and proves the whole course: `lessons/` and `scenarios/`. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  problemsOfLesson,
  problemsOfText,
  problemsOfTranslation,
} from '../../src/core/lesson/consistency.ts'
import {
  COURSE_LOCALES,
  LESSON_FILES,
  type CourseLocale,
  type CourseOutline,
  type Lesson,
  type LessonFiles,
  type LessonText,
  type Localised,
} from '../../src/core/lesson/lesson.ts'
import { lessonText } from '../../src/core/lesson/lesson-text.ts'
import {
  MarkdownError,
  parseLessonMarkdown,
  type Highlight,
  type LessonMarkdown,
} from '../../src/core/lesson/markdown.ts'
import {
  courseSchema,
  frontMatterSchema,
  lessonSchema,
  type FrontMatter,
  type LessonFile,
} from '../../src/core/lesson/schema.ts'
import { CourseError, type CourseProblem } from './course-problem.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

export interface Scenario {
  readonly name: string
  readonly source: string
}

export interface Course {
  readonly outline: CourseOutline
  readonly lessons: ReadonlyMap<string, Lesson>
  /** By slug, then by locale. */
  readonly texts: ReadonlyMap<string, Readonly<Record<CourseLocale, LessonText>>>
  readonly scenarios: readonly Scenario[]
  /** Translations made from another version of `en.md` than the present one. */
  readonly stale: readonly CourseProblem[]
}

/** @throws CourseError with everything that is wrong, each with its file and line. */
export function readCourse(root: string, highlight: Highlight): Course {
  return new CourseReader(root, highlight).read()
}

interface LessonRead {
  readonly lesson: Lesson
  readonly texts: Readonly<Record<CourseLocale, TextRead>>
}

interface TextRead {
  readonly frontMatter: FrontMatter
  readonly text: LessonText
}

class CourseReader {
  readonly #root: string
  readonly #highlight: Highlight
  readonly #problems: CourseProblem[] = []
  readonly #stale: CourseProblem[] = []

  constructor(root: string, highlight: Highlight) {
    this.#root = root
    this.#highlight = highlight
  }

  read(): Course {
    const scenarios = this.#scenarios()
    const file = 'lessons/course.yaml'
    const course = this.#gather(() => readYaml(courseSchema, file, this.#text(file)))
    const lessons = new Map<string, Lesson>()
    const texts = new Map<string, Readonly<Record<CourseLocale, LessonText>>>()
    const parts: CourseOutline['parts'][number][] = []
    for (const [partIndex, part] of (course?.value.parts ?? []).entries()) {
      const outlines = part.lessons.flatMap((slug, index) => {
        const line = course?.lineOf(['parts', partIndex, 'lessons', index]) ?? 1
        if (lessons.has(slug)) this.#problem(file, line, `the lesson ${slug} is there already`)
        const read = this.#gather(() => this.#lesson(slug, part.title, line, scenarios))
        if (read === undefined) return []
        lessons.set(slug, read.lesson)
        texts.set(slug, { en: read.texts.en.text, 'zh-CN': read.texts['zh-CN'].text })
        const localised = (key: 'title' | 'summary'): Localised => ({
          en: read.texts.en.frontMatter[key],
          'zh-CN': read.texts['zh-CN'].frontMatter[key],
        })
        const tasks = read.lesson.tasks.map(({ id }) => id)
        return [{ slug, title: localised('title'), summary: localised('summary'), tasks }]
      })
      parts.push({ id: part.id, title: part.title, lessons: outlines })
    }
    this.#unlisted(file, lessons)
    if (this.#problems.length > 0) throw new CourseError(this.#problems)
    return { outline: { parts }, lessons, texts, scenarios, stale: this.#stale }
  }

  #problem(file: string, line: number, reason: string): void {
    this.#problems.push({ file, line, reason })
  }

  /** What `read` gives, or nothing where it found problems, which are gathered. */
  #gather<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof CourseError)) throw error
      this.#problems.push(...error.problems)
      return undefined
    }
  }

  #text(file: string): string {
    const full = path.join(this.#root, file)
    if (!existsSync(full)) throw new CourseError([{ file, line: 1, reason: 'is missing' }])
    return readFileSync(full, 'utf8').replaceAll('\r\n', '\n')
  }

  #optionalText(file: string): string | undefined {
    return existsSync(path.join(this.#root, file)) ? this.#text(file) : undefined
  }

  /** The names of what is in a folder. */
  #entries(folder: string): string[] {
    const full = path.join(this.#root, folder)
    return existsSync(full) ? readdirSync(full).sort() : []
  }

  #scenarios(): Scenario[] {
    return this.#entries('scenarios')
      .filter((file) => file.endsWith('.js'))
      .map((file) => ({
        name: file.slice(0, -'.js'.length),
        source: this.#text(`scenarios/${file}`),
      }))
  }

  #unlisted(file: string, lessons: ReadonlyMap<string, unknown>): void {
    const folders = readdirSync(path.join(this.#root, 'lessons'), { withFileTypes: true })
    for (const { name } of folders.filter((entry) => entry.isDirectory()))
      if (!name.startsWith('_') && !lessons.has(name) && this.#problems.length === 0)
        this.#problem(file, 1, `the folder lessons/${name} is not listed`)
  }

  #lesson(
    slug: string,
    part: Localised,
    listedAt: number,
    scenarios: readonly Scenario[],
  ): LessonRead {
    const folder = `lessons/${slug}`
    if (!existsSync(path.join(this.#root, folder)))
      throw new CourseError([
        { file: 'lessons/course.yaml', line: listedAt, reason: `there is no folder ${folder}` },
      ])
    const file = `${folder}/lesson.yaml`
    const yaml: YamlFile<LessonFile> = readYaml(lessonSchema, file, this.#text(file))
    for (const { path: place, reason } of problemsOfLesson(yaml.value))
      this.#problem(file, yaml.lineOf(place), reason)
    if (!scenarios.some(({ name }) => name === yaml.value.scenario)) {
      const line = yaml.lineOf(['scenario'])
      this.#problem(file, line, `there is no scenarios/${yaml.value.scenario}.js`)
    }
    const lesson = this.#program(slug, yaml)
    return { lesson, texts: this.#texts(slug, part, yaml.value) }
  }

  #program(slug: string, { value, lineOf }: YamlFile<LessonFile>): Lesson {
    const folder = `lessons/${slug}`
    const listed = new Set(value.wrong.map(({ name }) => name))
    for (const file of this.#entries(`${folder}/wrong`))
      if (!listed.has(file.replace(/\.js$/, ''))) {
        const reason = `wrong/${file} is not listed`
        this.#problem(`${folder}/lesson.yaml`, lineOf(['wrong']), reason)
      }
    const start = this.#files(`${folder}/start`)
    return {
      slug,
      version: versionOf(JSON.stringify(start)),
      scenario: value.scenario,
      conditions: value.conditions,
      seed: value.seed,
      until: value.until,
      inputs: value.inputs,
      start,
      solution: this.#files(`${folder}/solution`),
      wrong: value.wrong.map(({ name, check, mistake, hint }) => ({
        name,
        files: this.#standIns(`${folder}/wrong/${name}`),
        check,
        mistake: mistake ?? null,
        hint,
      })),
      tasks: value.tasks,
      predictions: value.predictions,
    }
  }

  #files(folder: string): LessonFiles {
    return { 'client.js': this.#text(`${folder}/client.js`), ...this.#filesThere(folder) }
  }

  /** A folder of files, or one `.js` file, which is a `client.js`. */
  #standIns(name: string): Partial<LessonFiles> {
    const files = this.#filesThere(name)
    return Object.keys(files).length > 0 ? files : { 'client.js': this.#text(`${name}.js`) }
  }

  #filesThere(folder: string): Partial<LessonFiles> {
    return Object.fromEntries(
      LESSON_FILES.flatMap((file) => {
        const text = this.#optionalText(`${folder}/${file}`)
        return text === undefined ? [] : [[file, text]]
      }),
    )
  }

  #texts(slug: string, part: Localised, lesson: LessonFile): LessonRead['texts'] {
    const english = this.#oneText(slug, 'en', part, lesson)
    const source = versionOf(english.body)
    const texts: Record<CourseLocale, TextRead> = { en: english, 'zh-CN': english }
    for (const locale of COURSE_LOCALES) {
      if (locale === 'en') continue
      const translation = this.#oneText(slug, locale, part, lesson)
      texts[locale] = translation
      for (const { line, reason } of problemsOfTranslation(english.markdown, translation.markdown))
        this.#problem(translation.file, line ?? 1, reason)
      const from = translation.frontMatter.translatedFrom
      if (from !== source) {
        const reason = `translated from ${from ?? 'an unknown version'}; en.md is now ${source}`
        this.#stale.push({ file: translation.file, line: 1, reason })
      }
    }
    return texts
  }

  #oneText(
    slug: string,
    locale: CourseLocale,
    part: Localised,
    lesson: LessonFile,
  ): TextRead & {
    readonly file: string
    readonly body: string
    readonly markdown: LessonMarkdown
  } {
    const file = `lessons/${slug}/${locale}.md`
    const { front, body, firstLine } = splitFrontMatter(file, this.#text(file))
    const frontMatter = readYaml(frontMatterSchema, file, front, 2).value
    try {
      const markdown = parseLessonMarkdown(body, { firstLine, highlight: this.#highlight })
      for (const { line, reason } of problemsOfText(lesson, markdown))
        this.#problem(file, line ?? 1, reason)
      for (const { name, line } of markdown.figures)
        if (!existsSync(path.join(this.#root, 'src/figures', name)))
          this.#problem(file, line, `there is no figure src/figures/${name}`)
      const origin = { slug, locale, eyebrow: part[locale], frontMatter, markdown, lesson }
      return { file, body, frontMatter, markdown, text: lessonText(origin) }
    } catch (error) {
      if (!(error instanceof MarkdownError)) throw error
      throw new CourseError([{ file, line: error.line, reason: error.message }])
    }
  }
}

/** Eight hexadecimal digits that change with the text. */
export function versionOf(text: string): string {
  return createHash('sha256').update(text.trim()).digest('hex').slice(0, 8)
}

/** The YAML between the two `---` lines at the top of a text, and the rest with its first line. */
export function splitFrontMatter(
  file: string,
  text: string,
): { readonly front: string; readonly body: string; readonly firstLine: number } {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const [whole, front] = match ?? []
  if (whole === undefined || front === undefined)
    throw new CourseError([{ file, line: 1, reason: 'begins with front matter between --- lines' }])
  return { front, body: text.slice(whole.length), firstLine: whole.split('\n').length }
}
