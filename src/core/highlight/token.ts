/** What a stretch of a program's text is, as far as its colour goes. */
export type TokenKind =
  'keyword' | 'string' | 'number' | 'comment' | 'function' | 'regexp' | 'tag' | 'attribute'

/** Offsets in UTF-16 code units from the start of the line; `end` is exclusive. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
}

/**
 * What the next line needs to know of the lines before it. `contexts` is a stack of one character
 * each, innermost last; each language says what its characters mean.
 */
export interface LineState {
  readonly contexts: string
  /** The last token was a value, so that a slash divides and does not begin a regular expression. */
  readonly afterValue: boolean
}

export const START: LineState = { contexts: '', afterValue: false }

export interface TokenizedLine {
  /** In order, without overlaps; what lies between them has no colour of its own. */
  readonly tokens: readonly Token[]
  readonly next: LineState
}
