/** The blocks of a lesson's text, in the order in which they are read. */
import type { LessonBlock, LessonNode, LessonText } from './lesson-text.ts'
import type { Step } from './lesson-plan.ts'

export function* blocksOf({ sections }: Pick<LessonText, 'sections'>): Iterable<LessonBlock> {
  for (const { content } of sections) yield* blocksIn(content)
}

function* blocksIn(nodes: readonly LessonNode[]): Iterable<LessonBlock> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    if ('block' in node) yield node
    else yield* blocksIn(node.children)
  }
}

/** Whether a step comes before the first heading of level two. */
export function isInOpening(
  { sections }: Pick<LessonText, 'sections'>,
  { kind, id }: Step,
): boolean {
  const opening = sections.filter((section) => section.id === '')
  for (const block of blocksOf({ sections: opening }))
    if (block.block === kind && 'id' in block && block.id === id) return true
    else if ((block.block === 'point' || block.block === 'cause') && block.block === id) return true
  return false
}

/** The title of a question or a task; empty where the text has none. */
export function titleOfStep(
  text: Pick<LessonText, 'sections'>,
  { kind, id }: Step,
): readonly LessonNode[] {
  for (const block of blocksOf(text))
    if ((block.block === 'question' || block.block === 'task') && block.block === kind)
      if (block.id === id) return block.title
  return []
}

/** The words of a look; empty where the text has none. */
export function wordsOfLook(
  { sections }: Pick<LessonText, 'sections'>,
  id: string,
): readonly LessonNode[] {
  return sections.flatMap(({ content }) => wordsIn(content, id) ?? [])
}

function wordsIn(nodes: readonly LessonNode[], id: string): readonly LessonNode[] | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    if ('look' in node && node.look === id) return node.children
    const after = 'after' in node ? wordsIn(node.after, id) : null
    const words = wordsIn(node.children, id) ?? after
    if (words !== null) return words
  }
  return null
}
