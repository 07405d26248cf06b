/** Reads a lesson from the texts of its files and proves that they fit each other. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import {
  DEFAULT_LOCALE,
  languageOf,
  LOCALES,
  textIn,
  type ByLocale,
  type Locale,
  type Localised,
} from '../locale/locale.ts'
import { PROGRAM_FILES } from '../program/program-file.ts'
import type { Program } from '../program/program.ts'
import { problemsOfLesson, problemsOfText, problemsOfTranslation } from './consistency.ts'
import { CourseError, type CourseProblem } from './course-problem.ts'
import type { KnownFigures } from './figure-properties.ts'
import type { LessonPlan, LessonProof, LessonText } from './lesson.ts'
import { MarkdownError } from './markdown-error.ts'
import {
  parseLessonMarkdown,
  type Highlight,
  type LessonMarkdown,
  type TextBlock,
} from './markdown.ts'
import { frontMatterSchema, lessonSchema, type FrontMatter, type LessonFile } from './schema.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

/** A lesson's place in the course. */
export interface LessonPlace {
  readonly slug: string
  /** The title of the part that the lesson belongs to. */
  readonly part: Localised
}

/** What a lesson may name. */
export interface KnownNames {
  readonly scenarios: readonly string[]
  readonly figures: KnownFigures
}

export interface Lesson {
  readonly plan: LessonPlan
  readonly proof: LessonProof
  readonly texts: Readonly<ByLocale<LessonText>>
}

export interface LessonReading {
  /** Null where a file is missing or cannot be parsed. */
  readonly lesson: Lesson | null
  readonly problems: readonly CourseProblem[]
  /** Translations made from another version of `en.md` than the present one. */
  readonly stale: readonly CourseProblem[]
}

/** @param files by their names in the lesson's folder: `wrong/silent.js`. */
export function readLesson(
  place: LessonPlace,
  files: ReadonlyMap<string, string>,
  known: KnownNames,
  highlight: Highlight,
): LessonReading {
  return new LessonReader(place, files, known, highlight).read()
}

/** Every name that a file of a lesson may have. */
const FILE_NAME = new RegExp(
  `^(lesson\\.yaml|(${LOCALES.join('|')})\\.md|` +
    `((start|solution)/|(right|wrong)/[a-z][a-z0-9-]*/)(${PROGRAM_FILES.join('|')})|` +
    `(right|wrong)/[a-z][a-z0-9-]*\\.js)$`,
)

interface TextRead {
  readonly file: string
  readonly body: string
  readonly frontMatter: FrontMatter
  readonly markdown: LessonMarkdown
  readonly text: LessonText
}

class LessonReader {
  readonly #place: LessonPlace
  readonly #files: ReadonlyMap<string, string>
  readonly #known: KnownNames
  readonly #highlight: Highlight
  readonly #problems: CourseProblem[] = []
  readonly #stale: CourseProblem[] = []

  constructor(
    place: LessonPlace,
    files: ReadonlyMap<string, string>,
    known: KnownNames,
    highlight: Highlight,
  ) {
    this.#place = place
    this.#files = files
    this.#known = known
    this.#highlight = highlight
  }

  read(): LessonReading {
    const lesson = this.#gather(() => this.#lesson()) ?? null
    return { lesson, problems: this.#problems, stale: this.#stale }
  }

  #lesson(): Lesson | null {
    this.#refuseStrangers()
    const yaml: YamlFile<LessonFile> = readYaml(
      lessonSchema,
      this.#pathOf('lesson.yaml'),
      this.#text('lesson.yaml'),
    )
    const { value, lineOf } = yaml
    for (const { path, reason } of problemsOfLesson(value))
      this.#problem('lesson.yaml', lineOf(path), reason)
    if (!this.#known.scenarios.includes(value.scenario)) {
      const reason = `there is no scenarios/${value.scenario}.js`
      this.#problem('lesson.yaml', lineOf(['scenario']), reason)
    }
    const plan = this.#gather(() => this.#plan(value))
    const proof = this.#gather(() => this.#proof(yaml))
    const texts = this.#gather(() => this.#texts(value))
    return plan && proof && texts ? { plan, proof, texts } : null
  }

  #pathOf(name: string): string {
    return `lessons/${this.#place.slug}/${name}`
  }

  #problem(name: string, line: number, reason: string): void {
    this.#problems.push({ file: this.#pathOf(name), line, reason })
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

  #text(name: string): string {
    const text = this.#files.get(name)
    if (text === undefined)
      throw new CourseError([{ file: this.#pathOf(name), line: 1, reason: 'is missing' }])
    return text.replaceAll('\r\n', '\n')
  }

  #refuseStrangers(): void {
    for (const name of this.#files.keys())
      if (!FILE_NAME.test(name))
        this.#problem(
          name,
          1,
          `a lesson has no such file; a program is ${PROGRAM_FILES.join(', ')}, in right/ and ` +
            'wrong/ also <name>.js',
        )
  }

  #plan({ scenario, conditions, seed, until, inputs, tasks, predictions }: LessonFile): LessonPlan {
    const start = this.#program('start')
    return {
      slug: this.#place.slug,
      version: versionOf(JSON.stringify(start)),
      scenario,
      conditions,
      seed,
      until,
      inputs,
      start,
      tasks,
      predictions,
    }
  }

  #proof({ value, lineOf }: YamlFile<LessonFile>): LessonProof {
    const listed = new Set(value.wrong.map(({ name }) => name))
    for (const entry of this.#entries('wrong'))
      if (!listed.has(entry.replace(/\.js$/, '')))
        this.#problem('lesson.yaml', lineOf(['wrong']), `wrong/${entry} is not listed`)
    return {
      solution: this.#program('solution'),
      right: this.#entries('right').map((entry) => {
        const name = entry.replace(/\.js$/, '')
        return { name, files: this.#replacements(`right/${name}`) }
      }),
      wrong: value.wrong.map(({ name, check, mistake, hint }) => ({
        name,
        files: this.#replacements(`wrong/${name}`),
        check,
        mistake: mistake ?? null,
        hint,
      })),
    }
  }

  /** The names right below a folder. */
  #entries(folder: string): readonly string[] {
    const names = [...this.#files.keys()].filter((name) => name.startsWith(`${folder}/`))
    return [...new Set(names.map((name) => name.split('/')[1] ?? ''))]
  }

  #program(folder: string): Program {
    return { 'client.js': this.#text(`${folder}/client.js`), ...this.#filesIn(folder) }
  }

  /** A folder of files, or one `.js` file, which is a `client.js`. */
  #replacements(name: string): Partial<Program> {
    const files = this.#filesIn(name)
    return Object.keys(files).length > 0 ? files : { 'client.js': this.#text(`${name}.js`) }
  }

  #filesIn(folder: string): Partial<Program> {
    const there = PROGRAM_FILES.filter((file) => this.#files.has(`${folder}/${file}`))
    return Object.fromEntries(there.map((file) => [file, this.#text(`${folder}/${file}`)]))
  }

  #texts(lesson: LessonFile): Lesson['texts'] {
    const english = this.#oneText(DEFAULT_LOCALE, lesson)
    const source = versionOf(english.body)
    const texts: ByLocale<LessonText> = { [DEFAULT_LOCALE]: english.text }
    for (const locale of LOCALES) {
      if (locale === DEFAULT_LOCALE) continue
      if (languageOf(locale).isPartial === true && !this.#files.has(`${locale}.md`)) continue
      const translation = this.#oneText(locale, lesson)
      texts[locale] = translation.text
      for (const { line, reason } of problemsOfTranslation(english.markdown, translation.markdown))
        this.#problem(translation.file, line ?? 1, reason)
      const from = translation.frontMatter.translatedFrom
      if (from !== source) {
        const reason = `translated from ${from ?? 'an unknown version'}; en.md is now ${source}`
        this.#stale.push({ file: this.#pathOf(translation.file), line: 1, reason })
      }
    }
    return texts
  }

  #oneText(locale: Locale, lesson: LessonFile): TextRead {
    const file = `${locale}.md`
    const path = this.#pathOf(file)
    const { front, body, firstLine } = splitFrontMatter(path, this.#text(file))
    const frontMatter = readYaml(frontMatterSchema, path, front, 2).value
    const markdown = this.#markdown(path, body, firstLine)
    for (const { line, reason } of [...markdown.problems, ...problemsOfText(lesson, markdown)])
      this.#problem(file, line ?? 1, reason)
    const { slug, part } = this.#place
    const text: LessonText = {
      slug,
      locale,
      title: frontMatter.title,
      eyebrow: textIn(part, locale),
      summary: frontMatter.summary,
      sections: markdown.sections,
      hints: contents(markdown.blocks, 'hint'),
      failures: contents(markdown.blocks, 'failure'),
    }
    return { file, body, frontMatter, markdown, text }
  }

  #markdown(file: string, body: string, firstLine: number): LessonMarkdown {
    const options = { firstLine, highlight: this.#highlight, figures: this.#known.figures }
    try {
      return parseLessonMarkdown(body, options)
    } catch (error) {
      if (!(error instanceof MarkdownError)) throw error
      throw new CourseError([{ file, line: error.line, reason: error.message }])
    }
  }
}

function contents(blocks: readonly TextBlock[], kind: TextBlock['kind']) {
  const ofKind = blocks.filter((block) => block.kind === kind)
  return Object.fromEntries(ofKind.map(({ name, content }) => [name, content]))
}

/** Eight hexadecimal digits that change with the text. */
export function versionOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text.trim()))).slice(0, 8)
}

/** The YAML between the two `---` lines at the top of a text, and the rest with its first line. */
function splitFrontMatter(
  file: string,
  text: string,
): { readonly front: string; readonly body: string; readonly firstLine: number } {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const [whole, front] = match ?? []
  if (whole === undefined || front === undefined)
    throw new CourseError([{ file, line: 1, reason: 'begins with front matter between --- lines' }])
  return { front, body: text.slice(whole.length), firstLine: whole.split('\n').length }
}
