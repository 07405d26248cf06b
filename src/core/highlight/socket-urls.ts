/** URLs of WebSockets that a program names as texts, found without running it. */
import { START } from './token.ts'
import { splitLines, tokenizeLine } from './tokenize.ts'

export interface NamedUrl {
  readonly text: string
  /** Counted from 1, in UTF-16 code units: where the text begins, behind its quote. */
  readonly line: number
  readonly column: number
  /** It is handed to `new WebSocket` as it stands. */
  readonly isArgument: boolean
}

const CONSTRUCTOR = /\bnew\s+WebSocket\s*\(\s*$/
const SCHEME = /^wss?:\/\//i
/** A whole text in one pair of quotes, with nothing in it that has to be worked out. */
const PLAIN = /^(['"`])([^\\]*)\1$/

/**
 * The texts of a program in JavaScript that are URLs of WebSockets: what is handed to
 * `new WebSocket`, and whatever begins with `ws://` or `wss://`. What a program puts together from
 * pieces is not found.
 */
export function socketUrls(source: string): readonly NamedUrl[] {
  const found: NamedUrl[] = []
  let state = START
  /** The line before, as far as it is code: a call may go on in the next line. */
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
    // Only its end matters.
    before = `${rest.slice(-200)} `
  }
  return found
}
