import type { LessonNode } from '../../core/lesson/lesson-text.ts'

/** A place for a value in a text: `{time}`. */
const PLACE = /\{(\w+)\}/g

/** Puts values in the places of a text. A place without a value stays, so that it is noticed. */
export function fill(
  nodes: readonly LessonNode[],
  values: Readonly<Record<string, string>>,
): LessonNode[] {
  return nodes.map((node): LessonNode => {
    if (typeof node !== 'string') return { ...node, children: fill(node.children, values) }
    return node.replaceAll(PLACE, (place, name: string) => values[name] ?? place)
  })
}
