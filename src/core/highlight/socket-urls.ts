/** Finds the WebSocket URLs in a program's string literals, without running it. */
import { START } from './token.ts'
import { splitLines, tokenizeLine } from './tokenize.ts'

export interface NamedUrl {
  readonly text: string
  /** The start of the text, after its quote: from 1, in UTF-16 code units. */
  readonly line: number
  readonly column: number
  /** The literal is the argument of `new WebSocket`. */
  readonly isArgument: boolean
}

const CONSTRUCTOR = /\bnew\s+WebSocket\s*\(\s*$/
const SCHEME = /^wss?:\/\//i
/** A string in one pair of quotes, without substitutions or escapes. */
const PLAIN = /^(['"`])([^\\]*)\1$/

/**
 * Finds string literals that are passed to `new WebSocket` or begin with `ws://` or `wss://`. URLs
 * that a program builds from pieces are not found.
 */
export function socketUrls(source: string): readonly NamedUrl[] {
  const found: NamedUrl[] = []
  let state = START
  /** The code of the line before: a call may continue on the next line. */
  let before = ''
  for (const [index, text] of splitLines(source).entries()) {
    const { tokens, next } = tokenizeLine('javascript', text, state)
    state = next
    let code = before
    let at = 0
    for (const { start, end, kind } of tokens) {
      code += text.slice(at, start)
      at = end
      if (kind === 'comment') continue
      const token = text.slice(start, end)
      if (kind === 'string') {
        const [, quote, value] = PLAIN.exec(token) ?? []
        const isWhole = value !== undefined && !(quote === '`' && value.includes('${'))
        const isArgument = CONSTRUCTOR.test(code)
        if (isWhole && (isArgument || SCHEME.test(value)))
          found.push({ text: value, line: index + 1, column: start + 2, isArgument })
      }
      code += token
    }
    const rest = code + text.slice(at)
    // Only the end of the line matters.
    before = `${rest.slice(-200)} `
  }
  return found
}
