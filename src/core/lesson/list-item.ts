import type { LessonNode } from './lesson-text.ts'

/** The text of an item: a list with empty lines between its items has a paragraph in each. */
export function textOfItem(children: readonly LessonNode[]): readonly LessonNode[] {
  const [only, ...others] = children
  return typeof only === 'object' && 'tag' in only && only.tag === 'p' && others.length === 0
    ? only.children
    : children
}
