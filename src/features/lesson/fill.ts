import type { LessonNode } from '../../core/lesson/lesson-text.ts'

/** A place for a value in a text: `{time}`. */
const PLACE = /\{(\w+)\}/g

/** Puts values in the places of a text. A place without a value stays, so that it is noticed. */
export function fill(
  nodes: readonly LessonNode[],
  values: Readonly<Record<string, LessonNode>>,
): LessonNode[] {
  return nodes.flatMap((node): LessonNode[] => {
    if (typeof node === 'string') return fillText(node, values)
    return [{ ...node, children: fill(node.children, values) }]
  })
}

function fillText(text: string, values: Readonly<Record<string, LessonNode>>): LessonNode[] {
  const nodes: LessonNode[] = []
  let from = 0
  for (const match of text.matchAll(PLACE)) {
    const value = values[match[1] ?? '']
    if (value === undefined) continue
    if (match.index > from) nodes.push(text.slice(from, match.index))
    nodes.push(value)
    from = match.index + match[0].length
  }
  if (from < text.length) nodes.push(text.slice(from))
  return nodes
}

/** Whether a text has the place `{name}`. */
export function hasPlace(nodes: readonly LessonNode[], name: string): boolean {
  return nodes.some((node) =>
    typeof node === 'string' ? node.includes(`{${name}}`) : hasPlace(node.children, name),
  )
}
