import type { LessonNode } from './lesson-text.ts'

/** The plain text of nodes, without figures. */
export function plainText(nodes: readonly LessonNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      return 'figure' in node ? '' : plainText(node.children)
    })
    .join('')
}
