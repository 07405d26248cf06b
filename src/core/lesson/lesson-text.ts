/** The words of a lesson in one language, as plain data: components render it, never as HTML. */
import type { Locale } from '../locale/locale.ts'
import type { ProgramFile } from '../program/program-file.ts'
import type { FigureValues } from './figure-properties.ts'
import type { MarkedTerms } from './glossary.ts'

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
  /** A term of the glossary, where it first appears; `data-term` is its id. */
  | 'dfn'
  /** `data-language`, and `data-file` where the fence names one; its only child is a `code`. */
  | 'pre'
  /** A line of code or a piece of highlighted code: `class` is `line`, `line new` or `token-…`. */
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

/** Words that point into a run: `[code 1006](look:drop-event)`. */
export interface LookNode {
  readonly look: string
  readonly children: readonly LessonNode[]
}

/** What stands in the walk besides prose. */
export type LessonBlock =
  | RunBlock
  | TryBlock
  | QuestionBlock
  | TaskBlock
  | PointBlock
  | CauseBlock
  | RecapBlock
  | MoreBlock
  | EarlierBlock

/** A Run button for the starter, and what to watch. `children` come before it, `after` below it. */
export interface RunBlock {
  readonly block: 'run'
  readonly children: readonly LessonNode[]
  /** What to look at once it ran; shown from the start, its looks come alive with the run. */
  readonly after: readonly LessonNode[]
}

/** A sample with its own Run. */
export interface TryBlock {
  readonly block: 'try'
  readonly id: string
  readonly children: readonly LessonNode[]
  /** The lines that are shown, highlighted: a `pre`. The whole program runs. */
  readonly sample: ProseElement
  /** Shown once it ran. */
  readonly after: readonly LessonNode[]
}

/** A question that a run answers. Where it is about a sample, the sample is part of it. */
export interface QuestionBlock {
  readonly block: 'question'
  readonly id: string
  readonly title: readonly LessonNode[]
  readonly children: readonly LessonNode[]
  readonly sample: ProseElement | null
  /** By the option's id. */
  readonly options: Readonly<Record<string, readonly LessonNode[]>>
  /** Explains; closed until the run has answered. */
  readonly after: readonly LessonNode[]
}

export interface TaskBlock {
  readonly block: 'task'
  readonly id: string
  readonly title: readonly LessonNode[]
  /** Going to the task opens this file. */
  readonly file: ProgramFile
  readonly children: readonly LessonNode[]
  /** Why it was right; shown while the run on the screen solves it. */
  readonly after: readonly LessonNode[]
}

/** In a case of find the fault: the reader points at the event where it goes wrong. */
export interface PointBlock {
  readonly block: 'point'
  /** What that event says; shown once the reader has pointed at it. */
  readonly children: readonly LessonNode[]
}

/** In a case of find the fault: the reader names the cause. */
export interface CauseBlock {
  readonly block: 'cause'
  readonly children: readonly LessonNode[]
  /** By the cause's id, in the order in which they are offered. */
  readonly options: Readonly<Record<string, readonly LessonNode[]>>
  /** Explains; shown once the right one is chosen. */
  readonly after: readonly LessonNode[]
}

/** What the reader can do now. */
export interface RecapBlock {
  readonly block: 'recap'
  readonly children: readonly LessonNode[]
}

/** Something to make without a check. */
export interface MoreBlock {
  readonly block: 'more'
  readonly children: readonly LessonNode[]
}

/** What the reader answered in an earlier lesson. */
export interface EarlierBlock {
  readonly block: 'earlier'
  readonly slug: string
  /** Its questions, without their samples and explanations. */
  readonly questions: readonly EarlierQuestion[]
  readonly children: readonly LessonNode[]
}

export type EarlierQuestion = Pick<QuestionBlock, 'id' | 'title' | 'options'>

export type LessonNode = string | ProseElement | FigureNode | LookNode | LessonBlock

/** The prose under one heading of level two. The first section has no heading. */
export interface LessonSection {
  /** The same in every language, for links: `#closing`. Empty for the first section. */
  readonly id: string
  readonly title: readonly LessonNode[]
  readonly content: readonly LessonNode[]
}

/** From `<locale>.help.md`. */
export interface Hint {
  readonly id: string
  readonly content: readonly LessonNode[]
}

/** The program goes on with that of an earlier lesson. */
export interface Continuation {
  /** The earlier lesson. */
  readonly slug: string
  readonly title: string
  /** What the starter has that the earlier lesson's solution has not. */
  readonly news: readonly NewLines[]
}

export interface NewLines {
  readonly file: ProgramFile
  /** Empty lines are no news. */
  readonly count: number
  /** From 1, first and last, in the order of the file. */
  readonly lines: readonly (readonly [first: number, last: number])[]
}

export interface LessonText {
  readonly slug: string
  readonly locale: Locale
  readonly title: string
  /** The title of the lesson's part of the course. */
  readonly eyebrow: string
  readonly summary: string
  /** Computed from words, samples and steps. */
  readonly minutes: number
  readonly sections: readonly LessonSection[]
  /** Null where the program begins with this lesson. */
  readonly continues: Continuation | null
  /** Of the glossary, those that the prose marks. */
  readonly terms: MarkedTerms
  /** By task, in the order in which they are offered. */
  readonly hints: Readonly<Record<string, readonly Hint[]>>
  /** By world, what is different there: “with a server that sends 4001 to `/drop`”. */
  readonly worlds: Readonly<Record<string, readonly LessonNode[]>>
  /** By `check` or `check/mistake`, with places such as `{time}` and `{line}`. */
  readonly failures: Readonly<Record<string, readonly LessonNode[]>>
  /** Of a case of find the fault. */
  readonly fault?: FaultText
}

/** What a case answers to a reader who is wrong. */
export interface FaultText {
  /** By the id of an event that is easily taken for the fault: what it really says. */
  readonly says: Readonly<Record<string, readonly LessonNode[]>>
  /** By cause: why it is not this one. */
  readonly causes: Readonly<Record<string, readonly LessonNode[]>>
}
