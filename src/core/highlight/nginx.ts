/** Colours an `nginx.conf` line by line: names of directives, strings, variables and comments. */
import { START, type TokenizedLine, type TokenKind } from './token.ts'

const KINDS: readonly TokenKind[] = ['comment', 'string', 'number', 'keyword']
/** The name of a directive begins its line, or follows a mark. */
const TOKEN = /(#.*)|("[^"]*"|'[^']*')|(\$\{?\w+\}?)|((?<=^\s*|[;{}]\s*)\w+)/g

/** No string goes on over a line: then nginx would find the mistake, not the colours. */
export function tokenizeNginx(line: string): TokenizedLine {
  const tokens = [...line.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: KINDS[match.findIndex((part, index) => index > 0 && part !== undefined) - 1] ?? 'string',
  }))
  return { tokens, next: START }
}
