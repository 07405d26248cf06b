/**
 * The one highlighter of programs: the plain editor and Monaco both colour by it, so that nothing
 * changes colour when the one takes over from the other.
 */
import { tokenizeHtml } from './html.ts'
import { tokenizeJavaScript } from './javascript.ts'
import { START, type LineState, type TokenizedLine, type TokenKind } from './token.ts'

export type Language = 'javascript' | 'html'

/** A stretch of a line in one colour; `null` is the colour of plain text. */
export interface Span {
  readonly text: string
  readonly kind: TokenKind | null
}

export interface HighlightedLine {
  readonly text: string
  readonly spans: readonly Span[]
}

/** `line` has no line terminator; `state` is `START` for the first, then the one before's `next`. */
export function tokenizeLine(language: Language, line: string, state: LineState): TokenizedLine {
  return language === 'html' ? tokenizeHtml(line, state) : tokenizeJavaScript(line, state)
}

export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

function spansOf(line: string, { tokens }: TokenizedLine): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const token of tokens) {
    if (token.start > at) spans.push({ text: line.slice(at, token.start), kind: null })
    spans.push({ text: line.slice(token.start, token.end), kind: token.kind })
    at = token.end
  }
  if (at < line.length) spans.push({ text: line.slice(at), kind: null })
  return spans
}

/**
 * Highlights a whole text again and again. A line that stays the same, in the same state, stays
 * the same object, so that who draws it can leave it alone.
 */
export function createHighlighter(language: Language): (text: string) => HighlightedLine[] {
  interface Known {
    readonly line: HighlightedLine
    readonly next: LineState
  }
  let known = new Map<string, Known>()
  return (text) => {
    const used = new Map<string, Known>()
    let state = START
    const lines = splitLines(text).map((line) => {
      const key = `${state.contexts}\n${state.afterValue ? '1' : '0'}${line}`
      let entry = used.get(key) ?? known.get(key)
      if (entry === undefined) {
        const tokenized = tokenizeLine(language, line, state)
        entry = { line: { text: line, spans: spansOf(line, tokenized) }, next: tokenized.next }
      }
      used.set(key, entry)
      state = entry.next
      return entry.line
    })
    known = used
    return lines
  }
}
