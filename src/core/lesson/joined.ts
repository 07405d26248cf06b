import type { LessonNode } from './lesson-text.ts'

/** Joins neighbouring strings: there is less to ship and to render. */
export function joined(nodes: readonly LessonNode[]): LessonNode[] {
  const result: LessonNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (typeof node === 'string' && typeof last === 'string')
      result[result.length - 1] = last + node
    else result.push(node)
  }
  return result
}
