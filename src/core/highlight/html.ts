/** Colours HTML line by line, including the JavaScript in its `<script>` elements. */
import { match, tokenizeJavaScript } from './javascript.ts'
import type { LineState, Token, TokenizedLine, TokenKind } from './token.ts'

/** The contexts of HTML in `LineState.contexts`. */
const COMMENT = '!'
/** Inside a tag, after its name. */
const TAG = '<'
/** Inside the start tag of an element whose content is not HTML. */
const SCRIPT_TAG = 's'
const STYLE_TAG = 'c'
/** Inside such content. JavaScript's contexts follow `SCRIPT`. */
const SCRIPT = 'S'
const STYLE = 'C'
const QUOTES = `'"`

const TAG_START = /<\/?([A-Za-z][^\s/>]*)/y
const DOCTYPE = /<![^>]*>?/y
const ATTRIBUTE_NAME = /[^\s"'<>/=]+/y
const UNQUOTED_VALUE = /[^\s"'=<>`]+/y

function contextOfTag(name: string, closing: boolean): string {
  if (closing) return TAG
  if (name === 'script') return SCRIPT_TAG
  if (name === 'style') return STYLE_TAG
  return TAG
}

export function tokenizeHtml(line: string, state: LineState): TokenizedLine {
  const tokens: Token[] = []
  let contexts = state.contexts
  let afterValue = state.afterValue
  let at = 0

  const push = (end: number, kind: TokenKind): void => {
    if (end > at) tokens.push({ start: at, end, kind })
    at = end
  }
  const leave = (): void => {
    contexts = contexts.slice(0, -1)
  }

  /** Up to the mark that closes the innermost context, or to the end of the line. */
  const pushThrough = (mark: string, from: number, kind: TokenKind): void => {
    const end = line.indexOf(mark, from)
    if (end !== -1) leave()
    push(end === -1 ? line.length : end + mark.length, kind)
  }
  /** `<script>` content up to `</script`, even inside a string (HTML, script data state). */
  const script = (): void => {
    const close = line.slice(at).search(/<\/script[\s/>]/i)
    const end = close === -1 ? line.length : at + close
    const inner = tokenizeJavaScript(line.slice(at, end), {
      contexts: contexts.slice(1),
      afterValue,
    })
    for (const token of inner.tokens)
      tokens.push({ start: token.start + at, end: token.end + at, kind: token.kind })
    at = end
    contexts = close === -1 ? SCRIPT + inner.next.contexts : ''
    afterValue = close === -1 && inner.next.afterValue
  }

  const insideTag = (context: string): void => {
    const character = line[at] ?? ''
    if (character === '>') {
      push(at + 1, 'tag')
      leave()
      if (context === SCRIPT_TAG) contexts = SCRIPT
      if (context === STYLE_TAG) contexts = STYLE
    } else if (QUOTES.includes(character)) {
      contexts += character
      pushThrough(character, at + 1, 'string')
    } else if (character === '=') {
      at = match(/=\s*/y, line, at)
      push(match(UNQUOTED_VALUE, line, at), 'string')
    } else if (character === '/') {
      push(at + 1, 'tag')
    } else {
      const end = match(ATTRIBUTE_NAME, line, at)
      if (end > at) push(end, 'attribute')
      else at += 1
    }
  }

  while (at < line.length) {
    if (contexts.startsWith(SCRIPT)) {
      script()
      continue
    }
    const context = contexts.at(-1) ?? ''
    if (context === STYLE) {
      const close = line.slice(at).search(/<\/style[\s/>]/i)
      at = close === -1 ? line.length : at + close
      if (close !== -1) contexts = ''
    } else if (context === COMMENT) {
      pushThrough('-->', at, 'comment')
    } else if (context !== '' && QUOTES.includes(context)) {
      pushThrough(context, at, 'string')
    } else if (context !== '') {
      insideTag(context)
    } else if (line.startsWith('<!--', at)) {
      contexts = COMMENT
      pushThrough('-->', at + 4, 'comment')
    } else if (line.startsWith('<!', at)) {
      push(match(DOCTYPE, line, at), 'comment')
    } else {
      const end = match(TAG_START, line, at)
      if (end > at) {
        const closing = line[at + 1] === '/'
        contexts = contextOfTag(line.slice(at + (closing ? 2 : 1), end).toLowerCase(), closing)
        push(end, 'tag')
      } else {
        const next = line.indexOf('<', at + 1)
        at = next === -1 ? line.length : next
      }
    }
  }
  return { tokens, next: { contexts, afterValue } }
}
