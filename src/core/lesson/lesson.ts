/** A course as the app gets it: what has no language, and the texts in each language. */
import type { Check } from '../checks/check.ts'
import type { LinkConditions } from '../trace/header.ts'

export const COURSE_LOCALES = ['en', 'zh-CN'] as const
export type CourseLocale = (typeof COURSE_LOCALES)[number]

/** A text in every language of the course. */
export type Localised = Readonly<Record<CourseLocale, string>>

export interface CourseOutline {
  readonly parts: readonly CoursePart[]
}

export interface CoursePart {
  readonly id: string
  readonly title: Localised
  /** In the order they are taken. */
  readonly lessons: readonly LessonOutline[]
}

export interface LessonOutline {
  readonly slug: string
  readonly title: Localised
  /** One sentence: what one can do afterwards. */
  readonly summary: Localised
  readonly tasks: readonly string[]
}

export const LESSON_FILES = ['client.js', 'server.js', 'page.html'] as const

/** Files of a program, by name. */
export interface LessonFiles {
  readonly 'client.js': string
  readonly 'server.js'?: string
  readonly 'page.html'?: string
}

/** What a user does to the program's page, at a virtual time, milliseconds. */
export interface LessonInput {
  readonly time: number
  readonly kind: 'click' | 'type' | 'file' | 'answer'
  readonly target: string
  readonly value?: string
}

export interface LessonTask {
  readonly id: string
  readonly checks: readonly Check[]
  /** Ids, offered one at a time in this order. */
  readonly hints: readonly string[]
}

export interface LessonPrediction {
  readonly id: string
  /** Ids of the answers, in the order they are shown. */
  readonly options: readonly string[]
  /** The answer that the run will show to be right. */
  readonly answer: string
  /** The first Run waits for an answer. */
  readonly beforeRun: boolean
}

/** A program that makes one mistake, to prove that the checks find it. */
export interface WrongProgram {
  /** `wrong/<name>.js`, which stands in for `client.js`, or the folder `wrong/<name>/`. */
  readonly name: string
  /** What stands in for files of the starter. */
  readonly files: Partial<LessonFiles>
  /** What must fail, which mistake must be named (null: none), and which hint offered. */
  readonly check: string
  readonly mistake: string | null
  readonly hint: string
}

/** A lesson, without its words. */
export interface Lesson {
  readonly slug: string
  /** Changes when the starter changes, and only then: a workspace offers the new one. */
  readonly version: string
  /** The server program in `scenarios/` that the built-in endpoint runs. */
  readonly scenario: string
  readonly conditions: LinkConditions
  /** An unsigned 32-bit integer. */
  readonly seed: number
  /** Virtual milliseconds at which a run ends; null: when nothing is scheduled any more. */
  readonly until: number | null
  readonly inputs: readonly LessonInput[]
  readonly start: LessonFiles
  readonly solution: LessonFiles
  readonly wrong: readonly WrongProgram[]
  readonly tasks: readonly LessonTask[]
  readonly predictions: readonly LessonPrediction[]
}

/** All checks of a lesson, in the order of its tasks. */
export function checksOf(lesson: Pick<Lesson, 'tasks'>): readonly Check[] {
  return lesson.tasks.flatMap((task) => task.checks)
}

/** Elements that prose may have. */
export type ProseTag =
  | 'p'
  | 'h2'
  | 'h3'
  | 'ul'
  | 'ol'
  | 'li'
  | 'strong'
  | 'em'
  | 'code'
  | 'a'
  /** `data-language`; its only child is a `code`. */
  | 'pre'
  /** A piece of highlighted code, `class` being `token-…`. */
  | 'span'
  | 'blockquote'
  | 'br'
  | 'hr'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'
  /** `data-kind`: `note` or `mistake`. */
  | 'aside'

export interface ProseElement {
  readonly tag: ProseTag
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly LessonNode[]
}

/** An interactive figure, by its folder's name in `src/figures/`. */
export interface FigureNode {
  readonly figure: string
  readonly properties: Readonly<Record<string, string>>
  /** The caption. */
  readonly children: readonly LessonNode[]
}

/** Prose as plain data: it is rendered by components, never as HTML. */
export type LessonNode = string | ProseElement | FigureNode

/** The prose under one heading of level two; the first has none. */
export interface LessonSection {
  /** The same in every language, for links: `?at=<id>`. Empty for the first section. */
  readonly id: string
  readonly title: readonly LessonNode[]
  readonly content: readonly LessonNode[]
}

export interface PredictionText {
  readonly question: readonly LessonNode[]
  /** By the answer's id. */
  readonly options: Readonly<Record<string, readonly LessonNode[]>>
}

/** The words of a lesson in one language. */
export interface LessonText {
  readonly slug: string
  readonly locale: CourseLocale
  readonly title: string
  /** The title of the part it belongs to. */
  readonly eyebrow: string
  readonly summary: string
  readonly sections: readonly LessonSection[]
  /** By the task's id. */
  readonly tasks: Readonly<Record<string, readonly LessonNode[]>>
  /** By the hint's id. */
  readonly hints: Readonly<Record<string, readonly LessonNode[]>>
  /** By `check` or `check/mistake`. `{time}`, `{line}` and the like stand in them. */
  readonly failures: Readonly<Record<string, readonly LessonNode[]>>
  readonly predictions: Readonly<Record<string, PredictionText>>
}
