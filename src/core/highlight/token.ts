/** The kinds of text that have a colour. */
export type TokenKind =
  'keyword' | 'string' | 'number' | 'comment' | 'function' | 'regexp' | 'tag' | 'attribute'

/** Offsets in UTF-16 code units from the start of the line; `end` is exclusive. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
}

/**
 * The state that the next line starts in. `contexts` is a stack, one character each, innermost
 * last; each language defines its characters.
 */
export interface LineState {
  readonly contexts: string
  /** The last token was a value: a slash after it divides, and begins no regular expression. */
  readonly afterValue: boolean
}

export const START: LineState = { contexts: '', afterValue: false }

export interface TokenizedLine {
  /** In order, without overlaps; text between them is not coloured. */
  readonly tokens: readonly Token[]
  readonly next: LineState
}
