import type { LessonNode } from './lesson-text.ts'
import { textOfItem } from './list-item.ts'

/** A question's option begins with its id: `- [none] 1005, because nobody gave a code.` */
const OPTION_ID = /^\[([a-z0-9-]+)\]\s*/

interface Options {
  readonly children: readonly LessonNode[]
  readonly names: readonly string[]
  readonly options: Readonly<Record<string, readonly LessonNode[]>>
}

/**
 * Takes the options of a question from the end of its text.
 * @returns the reason, if the text has another form.
 */
export function optionsOf(content: readonly LessonNode[]): Options | { readonly reason: string } {
  const list = content.at(-1)
  if (typeof list !== 'object' || !('tag' in list) || list.tag !== 'ul')
    return { reason: 'a question ends in the list of its options, before the line ---' }
  const names: string[] = []
  const options: Record<string, readonly LessonNode[]> = {}
  for (const item of list.children) {
    if (typeof item === 'string') continue
    const [first, ...rest] = textOfItem(item.children)
    const [start, id] = (typeof first === 'string' ? OPTION_ID.exec(first) : null) ?? []
    if (typeof first !== 'string' || start === undefined || id === undefined)
      return { reason: 'an option begins with its id: - [none] 1005, because nobody gave a code.' }
    if (names.includes(id)) return { reason: `there is an option [${id}] already` }
    names.push(id)
    options[id] = [first.slice(start.length), ...rest]
  }
  return { children: content.slice(0, -1), names, options }
}
