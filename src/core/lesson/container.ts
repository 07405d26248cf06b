/**
 * The blocks of a lesson's Markdown: `::: try bare-close lines=2-4` to `:::`. A line `---` parts what
 * is shown at once from what comes after.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it'

export const CONTAINER_KINDS = [
  'run',
  'try',
  'predict',
  'task',
  'point',
  'cause',
  'figure',
  'note',
  'mistake',
  'recap',
  'earlier',
  'more',
] as const

/** The opening line of a container. */
export interface ContainerOpening {
  readonly kind: string
  /** The word after the kind, or ''. */
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  /** The part of the line that could not be read, or ''. */
  readonly rest: string
}

const OPENING = /^:::[ \t]*([a-z]+)(?:[ \t]+([a-z][a-z0-9/-]*)(?!\S))?[ \t]*(.*)$/
const PROPERTY = /^([a-z][A-Za-z0-9]*)=(?:"([^"]*)"|(\S+))[ \t]*/

function readOpening(line: string): ContainerOpening | null {
  const match = OPENING.exec(line.trimEnd())
  if (match === null) return null
  const [, kind = '', name = ''] = match
  let [, , , rest = ''] = match
  const properties: Record<string, string> = {}
  for (let found = PROPERTY.exec(rest); found !== null; found = PROPERTY.exec(rest)) {
    const [whole, key = '', quoted, bare] = found
    properties[key] = quoted ?? bare ?? ''
    rest = rest.slice(whole.length)
  }
  return { kind, name, properties, rest }
}

const lineAt = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0)

/**
 * Adds containers to markdown-it: `container_open`, the tokens of the first part, `container_split`
 * and those of the second where there is one, `container_close`. An unclosed container runs to the
 * end and is marked as such.
 */
export function containers(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'fence',
    'container',
    (state, startLine, endLine, silent) => {
      const opening = readOpening(lineAt(state, startLine))
      if (opening === null) return false
      if (silent) return true
      const splits: number[] = []
      let end = startLine + 1
      let fence: string | null = null
      for (; end < endLine; end += 1) {
        const line = lineAt(state, end)
        const mark = /^(`{3,}|~{3,})/.exec(line)?.[1] ?? null
        if (mark !== null) fence = fence === null ? mark : line.startsWith(fence) ? null : fence
        if (fence === null && /^:::[ \t]*$/.test(line)) break
        if (fence === null && /^---[ \t]*$/.test(line)) splits.push(end)
      }
      const open = state.push('container_open', '', 1)
      open.map = [startLine, end]
      open.meta = { opening, closed: end < endLine }
      const { lineMax, parentType } = state
      let from = startLine + 1
      for (const split of [...splits, end]) {
        state.lineMax = split
        state.md.block.tokenize(state, from, split)
        if (split !== end) state.push('container_split', '', 0).map = [split, split + 1]
        from = split + 1
      }
      state.lineMax = lineMax
      state.parentType = parentType
      state.push('container_close', '', -1)
      state.line = end + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}
