import type { LessonBlock, LessonNode, LessonText } from './lesson.ts'

type BlockOf<K extends LessonBlock['block']> = Extract<LessonBlock, { readonly block: K }>

/** A task or a prediction of a text, wherever its prose has it. */
export function findBlock<K extends LessonBlock['block']>(
  text: Pick<LessonText, 'sections'>,
  kind: K,
  id: string,
): BlockOf<K> | undefined {
  const isWanted = (block: LessonBlock): block is BlockOf<K> =>
    block.block === kind && block.id === id
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
