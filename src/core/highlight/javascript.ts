/** Colours JavaScript line by line. It never fails: wrong programs are coloured too. */
import type { LineState, Token, TokenizedLine, TokenKind } from './token.ts'

/** The contexts of JavaScript in `LineState.contexts`. */
const BLOCK_COMMENT = '*'
const TEMPLATE = '`'
/** Inside `${ }` of a template. */
const SUBSTITUTION = '$'
/** Inside `{ }` inside a substitution: its `}` does not end the substitution. */
const BRACE = '{'
/** A string that a backslash continues on the next line. */
const QUOTES = `'"`

const KEYWORDS = new Set(
  `await break case catch class const continue debugger default delete do else export extends
  finally for function if import in instanceof let new return super switch this throw try typeof
  var void while with yield`.split(/\s+/),
)
const VALUE_KEYWORDS = new Set(['this', 'super'])
const CONSTANTS = new Set(['true', 'false', 'null', 'undefined', 'NaN', 'Infinity'])
/** After these keywords comes the name of something that can be called. */
const NAMES_FOLLOW = new Set(['new', 'function', 'class', 'extends'])

const IDENTIFIER = /[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*/uy
const NUMBER =
  /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)n?/y
const REGEXP = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/[\\])+\/[a-z]*/y
const CALLED = /\s*(?:\?\.)?\(/y
const WORD_AFTER = /\s+[\p{ID_Start}$_#[*'"]/uy
const STATIC_AFTER = /\s+[\p{ID_Start}$_#[*{]/uy

/** Where a sticky pattern's match at this place ends; the place where it does not match. */
export function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Whether a word that may be a name is a keyword here. */
function isContextualKeyword(
  word: string,
  line: string,
  end: number,
  state: { readonly afterValue: boolean; readonly firstWord: string },
): boolean {
  switch (word) {
    case 'async':
      return !state.afterValue && /^\s+(?:function\b|\(|\*|[\p{ID_Start}$_])/u.test(line.slice(end))
    case 'static':
      return !state.afterValue && match(STATIC_AFTER, line, end) > end
    case 'get':
    case 'set':
      return !state.afterValue && match(WORD_AFTER, line, end) > end
    case 'of':
      return state.afterValue
    case 'from':
    case 'as':
      return state.firstWord === 'import' || state.firstWord === 'export'
    default:
      return false
  }
}

/** The end of a string that began before `at`, or the end of the line. */
function endOfString(line: string, at: number, quote: string): { end: number; closed: boolean } {
  for (let index = at; index < line.length; index += 1) {
    const character = line[index]
    if (character === '\\') index += 1
    else if (character === quote) return { end: index + 1, closed: true }
  }
  return { end: line.length, closed: false }
}

/** The end of a template's text: its backtick, a `${`, or the end of the line. */
function endOfTemplateText(line: string, at: number): { end: number; by: string } {
  for (let index = at; index < line.length; index += 1) {
    const character = line[index]
    if (character === '\\') index += 1
    else if (character === TEMPLATE) return { end: index + 1, by: TEMPLATE }
    else if (character === '$' && line[index + 1] === '{') return { end: index + 2, by: '${' }
  }
  return { end: line.length, by: '' }
}

export function tokenizeJavaScript(line: string, state: LineState): TokenizedLine {
  const tokens: Token[] = []
  let contexts = state.contexts
  let afterValue = state.afterValue
  let at = 0
  let previousWord = ''
  let firstWord = ''

  const push = (end: number, kind: TokenKind): void => {
    if (end > at) tokens.push({ start: at, end, kind })
    at = end
  }
  const leave = (): void => {
    contexts = contexts.slice(0, -1)
  }
  const blockComment = (from: number): void => {
    const end = line.indexOf('*/', from)
    if (end !== -1) leave()
    push(end === -1 ? line.length : end + 2, 'comment')
  }
  const template = (from: number): void => {
    const { end, by } = endOfTemplateText(line, from)
    push(end, 'string')
    if (by === TEMPLATE) leave()
    else if (by !== '') contexts += SUBSTITUTION
    afterValue = by === TEMPLATE
  }
  const string = (from: number, quote: string): void => {
    const { end, closed } = endOfString(line, from, quote)
    push(end, 'string')
    if (contexts.endsWith(quote)) leave()
    if (!closed && line.endsWith('\\')) contexts += quote
    afterValue = true
  }

  while (at < line.length) {
    const context = contexts.at(-1) ?? ''
    if (context === BLOCK_COMMENT) {
      blockComment(at)
      continue
    }
    if (context === TEMPLATE) {
      template(at)
      continue
    }
    if (context !== '' && QUOTES.includes(context)) {
      string(at, context)
      continue
    }

    const character = line[at] ?? ''
    if (/\s/.test(character)) {
      at += 1
      continue
    }
    if (line.startsWith('//', at)) {
      push(line.length, 'comment')
      continue
    }
    if (line.startsWith('/*', at)) {
      contexts += BLOCK_COMMENT
      blockComment(at + 2)
      continue
    }
    if (QUOTES.includes(character)) {
      string(at + 1, character)
      previousWord = ''
      continue
    }
    if (character === TEMPLATE) {
      contexts += TEMPLATE
      template(at + 1)
      previousWord = ''
      continue
    }
    const numberEnd = match(NUMBER, line, at)
    if (numberEnd > at) {
      push(numberEnd, 'number')
      afterValue = true
      previousWord = ''
      continue
    }
    const wordEnd = match(IDENTIFIER, line, at)
    if (wordEnd > at) {
      const word = line.slice(at, wordEnd)
      const isProperty = line[at - 1] === '.' && line[at - 2] !== '.'
      if (firstWord === '') firstWord = word
      const called = match(CALLED, line, wordEnd) > wordEnd
      if (!isProperty && KEYWORDS.has(word)) {
        push(wordEnd, 'keyword')
        afterValue = VALUE_KEYWORDS.has(word)
      } else if (!isProperty && CONSTANTS.has(word)) {
        push(wordEnd, 'number')
        afterValue = true
      } else if (
        !isProperty &&
        isContextualKeyword(word, line, wordEnd, { afterValue, firstWord })
      ) {
        push(wordEnd, 'keyword')
        afterValue = false
      } else {
        if (called || NAMES_FOLLOW.has(previousWord)) push(wordEnd, 'function')
        else at = wordEnd
        afterValue = true
      }
      previousWord = word
      continue
    }
    if (character === '/' && !afterValue) {
      const end = match(REGEXP, line, at)
      if (end > at) {
        push(end, 'regexp')
        afterValue = true
        continue
      }
    }
    if (character === '{' && contexts.includes(SUBSTITUTION)) contexts += BRACE
    if (character === '}' && (context === BRACE || context === SUBSTITUTION)) {
      leave()
      if (context === SUBSTITUTION) {
        push(at + 1, 'string')
        continue
      }
    }
    const steps = line.startsWith('++', at) || line.startsWith('--', at)
    if (!steps) afterValue = character === ')' || character === ']' || character === '}'
    previousWord = ''
    at += steps ? 2 : 1
  }
  return { tokens, next: { contexts, afterValue } }
}
