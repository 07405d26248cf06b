/** Why a text is no program, where the text itself shows it: what people paste besides JavaScript. */

/** Line and column count from 1; characters of the file's text. */
interface Place {
  readonly line: number
  readonly column: number
}

export interface Unreadable extends Place {
  readonly kind:
    | 'curlyQuotes'
    | 'invisible'
    | 'httpHead'
    | 'signature'
    | 'typescript'
    | 'fence'
    | 'command'
    | 'dynamicImport'
    | 'require'
    | 'undeclared'
  /** What is there: the character, its name, or the words. */
  readonly what: string
}

const CURLY = /[\u2018\u2019\u201A\u201C\u201D\u201E\u2032\u2033\uFF02\uFF07]/u
/** Characters without width, which copying from a page or a chat brings along. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]/u
const HTTP_HEAD =
  /^\s*(?:(?:GET|POST|PUT|DELETE|HEAD|OPTIONS|CONNECT)\s+\S+\s+HTTP\/\d|HTTP\/\d(?:\.\d)?\s+\d{3}|(?:Sec-WebSocket-\w+|Upgrade|Connection|Host|Origin|User-Agent):\s+\S)/iu
/** A manual's brackets around what may be left out, its types of a call, and IDL. */
const SIGNATURE =
  /\(\s*[\w.]*\s*\[,|\[,\s*\w+\s*[\],[]|^\s*(?:new\s+)?[\w.]+\([^()]*\w\?(?:\s*[,:)])|\)\s*(?:→|:\s*(?:void|undefined|Promise|string|number|boolean)\b\s*;?\s*$)|^\s*(?:interface\s+WebSocket\s*:|\[Exposed|attribute\s+\w+|readonly\s+attribute|constructor\((?:USVString|DOMString))/u
const TYPESCRIPT =
  /^\s*(?:export\s+)?(?:interface|type|enum|declare|namespace|abstract\s+class)\s+[\w$]+|\b(?:private|public|protected|readonly)\s+[\w$]+\s*[:=(]|[\w$)]\??\s*:\s*(?:string|number|boolean|any|void|unknown|never|[A-Z][\w$]*)(?:\[\]|<[^>]*>)?\s*(?:[=,;){]|$|=>)|\bas\s+(?:const|any|unknown|[A-Z])|@[A-Z]\w+\(/u
const FENCE = /^\s*(?:```|~~~)/u
const COMMAND =
  /^\s*(?:\$\s+\S|(?:npm|npx|yarn|pnpm|node|deno|bun|curl|wscat|websocat)\s+(?:[-\w@./:]+)(?:\s|$))/u

/** In the order in which they are asked: the surest first. */
const LINES = [
  ['fence', FENCE],
  ['httpHead', HTTP_HEAD],
  ['command', COMMAND],
  ['signature', SIGNATURE],
  ['typescript', TYPESCRIPT],
] as const

/**
 * Why a file could not be parsed. What its line shows counts first, and then what any line shows
 * before it: one mistake may make a parser stop later.
 *
 * @param place where the parser stopped.
 */
export function unreadable(source: string, place: Place): Unreadable | null {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/u)
  const before = lines.slice(0, place.line).map((text, index) => ({ text, line: index + 1 }))
  // The line itself, then the nearest before it.
  for (const { text, line } of before.reverse()) {
    for (const [kind, pattern] of [
      ['curlyQuotes', CURLY],
      ['invisible', INVISIBLE],
    ] as const) {
      const found = pattern.exec(withoutStrings(text))
      if (found === null) continue
      const [character] = found
      const what = kind === 'invisible' ? codePoint(character) : character
      return { kind, what, line, column: found.index + 1 }
    }
    for (const [kind, pattern] of LINES) {
      const found = pattern.exec(text)
      if (found === null) continue
      return { kind, what: shortened(text), line, column: found.index + 1 }
    }
  }
  return null
}

/**
 * Why a program ended with an exception that its text explains.
 *
 * @param file `client.js` or `server.js`.
 */
export function explained(
  source: string,
  { name, message, line: number }: { name: string; message: string; line: number },
  file: string,
): Unreadable | null {
  const line = source.split(/\r\n|[\n\r\u2028\u2029]/u)[number - 1] ?? ''
  const undeclared =
    name === 'ReferenceError'
      ? /^(?:Can't find variable: )?(\S+)(?: is not defined)?$/u.exec(message)?.[1]
      : undefined
  const at = (what: string) => ({
    what,
    line: number,
    column: Math.max(0, line.search(new RegExp(`\\b${escaped(what)}`, 'u'))) + 1,
  })
  if (file === 'client.js' && (undeclared === 'require' || undeclared === 'module')) {
    const [, required = undeclared] = /\brequire\s*\(\s*['"`]([^'"`]+)/u.exec(line) ?? []
    return { kind: 'require', ...at(undeclared), what: required }
  }
  const [, imported] = /\bimport\s*\(\s*['"`]([^'"`]+)/u.exec(line) ?? []
  if (imported !== undefined && name === 'TypeError')
    return { kind: 'dynamicImport', ...at('import'), what: imported }
  if (undeclared !== undefined && new RegExp(`\\b${escaped(undeclared)}\\b`, 'u').test(line))
    return { kind: 'undeclared', ...at(undeclared) }
  return null
}

/** As long, with nothing in its strings: a quotation mark within one is a character like others. */
function withoutStrings(line: string): string {
  return line.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/.*/gu, (text) =>
    INVISIBLE.test(text) && !text.startsWith('//') ? text : ' '.repeat(text.length),
  )
}

const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&')

/** Characters of a line that are repeated. */
const MAX_WORDS = 40

function shortened(line: string): string {
  const text = line.trim()
  return text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
