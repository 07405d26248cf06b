import type { LessonBlock, LessonNode, LessonText } from './lesson-text.ts'

type Kind = 'task' | 'question' | 'try'
type BlockOf<K extends Kind> = Extract<LessonBlock, { readonly block: K }>

/** A task, a question or a try of a text, wherever its walk has it. */
export function findBlock<K extends Kind>(
  text: Pick<LessonText, 'sections'>,
  kind: K,
  id: string,
): BlockOf<K> | undefined {
  const isWanted = (block: LessonBlock): block is BlockOf<K> =>
    block.block === kind && 'id' in block && block.id === id
  for (const { content } of text.sections)
    for (const block of blocksIn(content)) if (isWanted(block)) return block
  return undefined
}

function* blocksIn(nodes: readonly LessonNode[]): Iterable<LessonBlock> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    if ('block' in node) yield node
    else yield* blocksIn(node.children)
  }
}
