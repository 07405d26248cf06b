import type { Component, InjectionKey } from 'vue'
import type { LessonBlock } from '../../core/lesson/lesson-text.ts'

/** The components in prose, beside HTML's elements. */
export interface LessonComponents {
  /** By name; each gets the figure's properties as props. */
  readonly figures: Readonly<Record<string, Component>>
  /** Each gets its block as `block`. Without one, a task or a question is left out of the prose; of others, the text remains. */
  readonly blocks: { readonly [K in LessonBlock['block']]?: Component }
}

export const lessonComponentsKey: InjectionKey<LessonComponents> = Symbol('lesson components')
