/** The highlighter of the plain editor and of Monaco: no colour changes when Monaco takes over. */
import { tokenizeHtml } from './html.ts'
import { tokenizeJavaScript } from './javascript.ts'
import { START, type LineState, type TokenizedLine, type TokenKind } from './token.ts'

export type Language = 'javascript' | 'html' | 'nginx'

/** A stretch of a line in one colour; `null` is the colour of plain text. */
export interface Span {
  readonly text: string
  readonly kind: TokenKind | null
}

export interface HighlightedLine {
  readonly text: string
  readonly spans: readonly Span[]
}

/** `line` has no line terminator; `state` is `START` for the first line, then the last `next`. */
export function tokenizeLine(language: Language, line: string, state: LineState): TokenizedLine {
  if (language === 'html') return tokenizeHtml(line, state)
  // The one file of its kind is short: every page would pay for its colours.
  return language === 'nginx' ? { tokens: [], next: state } : tokenizeJavaScript(line, state)
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
 * Highlights a whole text after every change. A line with the same text and state keeps its object,
 * so that a component need not render it again.
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
