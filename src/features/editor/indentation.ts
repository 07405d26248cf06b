/** The edits of Tab, Shift+Tab and Enter in the plain editor. */
import { INDENT } from './metrics.ts'

/** Replace `from`…`to` by `insert`, then select `start`…`end`; offsets in UTF-16 code units. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly start: number
  readonly end: number
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Tab: to the next stop; several selected lines go one stop further each. */
export function indent(text: string, start: number, end: number): TextEdit {
  const from = lineStart(text, start)
  if (!text.slice(start, end).includes('\n')) {
    const insert = ' '.repeat(INDENT - ((start - from) % INDENT))
    const caret = start + insert.length
    return { from: start, to: end, insert, start: caret, end: caret }
  }
  const lines = text.slice(from, end).split('\n')
  const insert = lines.map((line) => (line === '' ? '' : ' '.repeat(INDENT) + line)).join('\n')
  return { from, to: end, insert, start: from, end: from + insert.length }
}

/** Shift+Tab: each selected line goes back by one stop at most. */
export function outdent(text: string, start: number, end: number): TextEdit {
  const from = lineStart(text, start)
  const lines = text.slice(from, end).split('\n')
  const shortened = lines.map((line) => line.replace(new RegExp(`^(?:\t| {1,${INDENT}})`), ''))
  const insert = shortened.join('\n')
  const lost = (lines[0]?.length ?? 0) - (shortened[0]?.length ?? 0)
  return {
    from,
    to: end,
    insert,
    start: Math.max(from, start - lost),
    end: Math.max(from, from + insert.length),
  }
}

/** Enter: the new line is indented like this one, or deeper after an opening bracket. */
export function breakLine(text: string, start: number, end: number): TextEdit {
  const before = text.slice(lineStart(text, start), start)
  const margin = /^[ \t]*/.exec(before)?.[0] ?? ''
  const opens = /[{[(]\s*$/.test(before)
  const insert = `\n${margin}${opens ? ' '.repeat(INDENT) : ''}`
  const closes = opens && /^[}\])]/.test(text.slice(end))
  const caret = start + insert.length
  return {
    from: start,
    to: end,
    insert: closes ? `${insert}\n${margin}` : insert,
    start: caret,
    end: caret,
  }
}
