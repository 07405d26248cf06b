/** A course as the app gets it: plans in no language, and the texts of each language. */
import type { Check } from '../checks/check.ts'
import type { Locale } from '../locale/locale.ts'
import type { Program } from '../program/program.ts'
import type { FigureValues } from './figure-properties.ts'
import type { LessonFile } from './schema.ts'

/** The list on the course's page, in one language. */
export interface CourseOutline {
  readonly parts: readonly CoursePart[]
}

export interface CoursePart {
  readonly id: string
  readonly title: string
  /** In the order of the course. */
  readonly lessons: readonly LessonOutline[]
}

export interface LessonOutline {
  readonly slug: string
  readonly title: string
  /** One sentence: what the reader can do afterwards. */
  readonly summary: string
  readonly tasks: readonly string[]
}

export type LessonTask = LessonFile['tasks'][number]
export type LessonPrediction = LessonFile['predictions'][number]

/** Everything that reading and running a lesson need, without its texts. */
export interface LessonPlan extends Omit<LessonFile, '$schema' | 'wrong'> {
  readonly slug: string
  /** Changes only with the starter: a workspace then offers the new one. */
  readonly version: string
  readonly start: Program
}

/** A program that does the same as the solution in another way: every check must pass. */
export interface RightProgram {
  readonly name: string
  /** These replace files of the solution. */
  readonly files: Partial<Program>
}

/** A program that makes one mistake, to prove that the checks find it. */
export interface WrongProgram {
  readonly name: string
  /** These replace files of the starter. */
  readonly files: Partial<Program>
  /** The check that must fail, the mistake it must name (null: none) and the hint it must offer. */
  readonly check: string
  readonly mistake: string | null
  readonly hint: string
}

/** The programs that prove a lesson's checks. Of these, a learner can load the solution only. */
export interface LessonProof {
  readonly solution: Program
  readonly right: readonly RightProgram[]
  readonly wrong: readonly WrongProgram[]
}

/** All checks of a lesson, in the order of its tasks. */
export function checksOf(lesson: Pick<LessonPlan, 'tasks'>): readonly Check[] {
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
  readonly properties: FigureValues
  /** The caption. */
  readonly children: readonly LessonNode[]
}

/** A task or a prediction, where the text has it. */
export type LessonBlock = TaskBlock | PredictionBlock

export interface TaskBlock {
  readonly block: 'task'
  readonly id: string
  readonly children: readonly LessonNode[]
}

export interface PredictionBlock {
  readonly block: 'prediction'
  readonly id: string
  /** The question. */
  readonly children: readonly LessonNode[]
  /** By the answer's id. */
  readonly options: Readonly<Record<string, readonly LessonNode[]>>
}

/** Prose as plain data, rendered by components and never as HTML. */
export type LessonNode = string | ProseElement | FigureNode | LessonBlock

/** The prose under one heading of level two. The first section has no heading. */
export interface LessonSection {
  /** The same in every language, for links: `?at=<id>`. Empty for the first section. */
  readonly id: string
  readonly title: readonly LessonNode[]
  readonly content: readonly LessonNode[]
}

/** The words of a lesson in one language. */
export interface LessonText {
  readonly slug: string
  readonly locale: Locale
  readonly title: string
  /** The title of the lesson's part of the course. */
  readonly eyebrow: string
  readonly summary: string
  readonly sections: readonly LessonSection[]
  /** By the hint's id. */
  readonly hints: Readonly<Record<string, readonly LessonNode[]>>
  /** By `check` or `check/mistake`, with places such as `{time}` and `{line}`. */
  readonly failures: Readonly<Record<string, readonly LessonNode[]>>
}
