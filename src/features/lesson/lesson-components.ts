import type { Component, InjectionKey } from 'vue'
import type { LessonWalk } from './lesson-walk.ts'
import type { LessonBlock } from '../../core/lesson/lesson-text.ts'

/** The components in prose, beside HTML's elements. */
export interface LessonComponents {
  /** By name; each gets the figure's properties as props. */
  readonly figures: Readonly<Record<string, Component>>
}

export const lessonComponentsKey: InjectionKey<LessonComponents> = Symbol('lesson components')

/** By kind; each gets its block as `block` and the lesson's text as `text`. */
export type BlockComponents = Readonly<Partial<Record<LessonBlock['block'], Component>>>

/** What differs where the walk is another than a lesson's: a case of find the fault. */
export interface LessonVariant {
  readonly blocks: BlockComponents
  readonly walk: Partial<LessonWalk>
  /** What stands above the title, and at the end. */
  readonly over: Component
  readonly end: Component
}

/** Blocks have prose in them, so prose cannot import them. */
export const blockComponentsKey: InjectionKey<BlockComponents> = Symbol('block components')
