import type { LessonNode, PredictionBlock } from './lesson.ts'

/** A prediction's option begins with its id: `- [zero] The state is 0.` */
const OPTION_ID = /^\[([a-z0-9-]+)\]\s*/

/**
 * Reads a prediction: the question, then a list of the options.
 * @returns the reason if the content has another form.
 */
export function predictionOf(id: string, content: readonly LessonNode[]): PredictionBlock | string {
  const list = content.at(-1)
  if (typeof list !== 'object' || !('tag' in list) || list.tag !== 'ul')
    return 'a prediction ends in the list of its options'
  const options: Record<string, readonly LessonNode[]> = {}
  for (const item of list.children) {
    if (typeof item === 'string') continue
    const [first, ...rest] = item.children
    const match = typeof first === 'string' ? OPTION_ID.exec(first) : null
    if (typeof first !== 'string' || match === null)
      return 'an option begins with its id: - [zero] The state is 0.'
    options[match[1] ?? ''] = [first.slice(match[0].length), ...rest]
  }
  return { block: 'prediction', id, children: content.slice(0, -1), options }
}
