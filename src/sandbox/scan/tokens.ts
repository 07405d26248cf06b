/**
 * The tokens of a program (ECMA-262 §12), without a parser. Where only a parser could tell what a
 * slash is, or where text cannot be right, there are none: in doubt, it says nothing.
 */

export type TokenKind = 'word' | 'number' | 'string' | 'template' | 'regex' | 'mark'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether a line break is between it and the token before it. */
  readonly isOnNewLine: boolean
  /** The index of the bracket that opens or closes what this one closes or opens; else -1. */
  pair: number
}

const SPACE = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/uy
const LINE_BREAK = /[\n\r\u2028\u2029]/u
const WORD = /#?[$_\p{ID_Start}][$\u200C\u200D\p{ID_Continue}]*/uy
const NUMBER = /(?:0[box][\da-f_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?)n?/iuy
const STRING = /"(?:[^"\\\n\r]|\\(?:\r\n|[^]))*"|'(?:[^'\\\n\r]|\\(?:\r\n|[^]))*'/uy
/** Up to its end or its first substitution. */
const TEMPLATE = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{)/uy
const REGEX =
  /\/(?![*/])(?:[^/\\[\n\r\u2028\u2029]|\\.|\[(?:[^\]\\\n\r\u2028\u2029]|\\.)*\])+\/[$\p{ID_Continue}]*/uy
/** `<!--` and a `-->` at the start of a line begin comments in scripts (Annex B). */
const MARK = /=>|\?\.(?!\d)|\.{3}|\+\+|--|<(?!!--)|\/(?![*/])|[-!%&()*+,.:;=>?@[\]^{|}~]/uy

/** After these words comes a value, so that a slash begins a regular expression. */
export const BEFORE_VALUE = new Set(
  'return typeof case do else in of void delete instanceof new throw yield await'.split(' '),
)
/** After the brackets of these comes a statement. */
const HEADED = new Set('if while for with'.split(' '))

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '${': '}' }

/** What a slash would be. */
type Slash = 'division' | 'regex' | 'unknown'

/** @returns null in doubt. */
export function tokensOf(source: string): readonly Token[] | null {
  const tokens: Token[] = []
  const open: number[] = []
  let position = 0
  const next: { slash: Slash } = { slash: 'regex' }

  const read = (pattern: RegExp): string | null => {
    pattern.lastIndex = position
    const found = pattern.exec(source)?.[0]
    if (found === undefined) return null
    position += found.length
    return found
  }
  let start = 0
  let isOnNewLine = true
  const add = (kind: TokenKind, text: string, after: Slash) => {
    tokens.push({ kind, text, start, end: position, isOnNewLine, pair: -1 })
    next.slash = after
    start = position
  }

  for (;;) {
    isOnNewLine = LINE_BREAK.test(read(SPACE) ?? '') || position === 0
    start = position
    if (position === source.length) return open.length === 0 ? tokens : null
    const before = tokens.at(-1)
    const found = (kind: TokenKind, pattern: RegExp, after: Slash): boolean => {
      const text = read(pattern)
      if (text === null) return false
      add(kind, text, after)
      return true
    }
    const character = source[position]
    const word = read(WORD)
    if (word !== null) {
      const isName = before?.text === '.' || before?.text === '?.'
      add('word', word, !isName && BEFORE_VALUE.has(word) ? 'regex' : 'division')
    } else if (found('number', NUMBER, 'division')) {
      // `3in` is no number and a word.
      WORD.lastIndex = position
      if (WORD.test(source)) return null
    } else if (character === '"' || character === "'") {
      if (!found('string', STRING, 'division')) return null
    } else if (character === '`') {
      position += 1
      if (!readTemplate()) return null
    } else if (character === '/' && next.slash !== 'division') {
      if (next.slash === 'unknown' || !found('regex', REGEX, 'division')) return null
    } else {
      const mark = read(MARK)
      if (mark === null || (mark === '--' && isOnNewLine && source[position] === '>')) return null
      if (Object.hasOwn(CLOSING, mark)) openBracket(mark)
      else if (mark === ')' || mark === ']' || mark === '}') {
        if (!closeBracket(mark)) return null
      } else add('mark', mark, mark === '++' || mark === '--' ? 'unknown' : 'regex')
    }
  }

  function openBracket(mark: string): void {
    open.push(tokens.length)
    add('mark', mark, 'regex')
  }

  function closeBracket(mark: string): boolean {
    const index = open.pop()
    const opener = index === undefined ? undefined : tokens[index]
    if (index === undefined || opener === undefined || CLOSING[opener.text] !== mark) return false
    opener.pair = tokens.length
    const head = tokens[index - 1]?.text ?? ''
    add('mark', mark, mark === '}' ? 'unknown' : HEADED.has(head) ? 'regex' : 'division')
    const closer = tokens.at(-1)
    if (closer !== undefined) closer.pair = index
    return opener.text !== '${' || readTemplate()
  }

  function readTemplate(): boolean {
    const text = read(TEMPLATE)
    if (text?.endsWith('`')) add('template', text, 'division')
    else if (text !== null) openBracket('${')
    return text !== null
  }
}
