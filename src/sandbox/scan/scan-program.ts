/**
 * Prepares the programs that need no parser for it, which is large and comes later: the first Run
 * need not wait for it.
 */
import type { Program } from '../../core/program/program.ts'
import { insertGuards } from '../guards.ts'
import { Insertions } from '../insertions.ts'
import { CHECK, COUNTER, type PreparedFile, type PreparedProgram } from '../prepared-program.ts'
import { guardsOf } from './guards-of.ts'
import { serverOf } from './server-of.ts'
import { tokensOf } from './tokens.ts'

/**
 * What only TypeScript has: only a parser tells, and takes the types out. JavaScript in which one of
 * them is found, in a string say, waits for the parser too. None takes more than one way through a
 * long run of spaces.
 */
const TYPED: readonly RegExp[] = [
  // A declaration, and a word before a member of a class.
  /^[ \t]*(?:export\s+)?(?:interface|type|enum|declare|abstract\s+class)\s+[\w$]+/mu,
  /\b(?:private|public|protected|readonly|implements)\s+[\w$]/mu,
  // A variable's type, a parameter's and a function's.
  /[\w$)]\??\s*:\s*[\w$.<>[\]|]+\s*=[^=]/mu,
  /\(\s*[\w$]+\??\s*:\s*[\w$.<>[\]|]+\s*[,)=]/mu,
  /\):\s*[\w$][\w$.<>[\]| ]*(?:\{|=>)/mu,
  // `value as Type`, which is no name of an import; `value!`, `new Map<Key, Value>()`.
  /[\w$)\]]\s+(?:as|satisfies)\s+(?:[A-Z{[]|(?:any|unknown|string|number|boolean|const)\b)(?![\w$]*\s*[,}])/mu,
  /[\w$)\]]!(?:[.;,)\]]|$)/mu,
  /\bnew\s+[\w$.]+</mu,
]

const isTyped = (source: string) => TYPED.some((pattern) => pattern.test(source))

/** @returns what `prepareProgram` would; null if it takes a parser to tell. */
export function scanProgram(program: Program): PreparedProgram | null {
  // Few programs have a second page: those wait for the parser.
  if ('attacker.js' in program) return null
  if (isTyped(program['client.js']) || isTyped(program['server.js'] ?? '')) return null
  try {
    return scanned(program)
  } catch (error) {
    // A text of megabytes may fill the stack of a regular expression.
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

function scanned(program: Program): PreparedProgram | null {
  const client = scanFile(program['client.js'], 0, 'script')
  if (client === null) return null
  const server = program['server.js']
  if (server === undefined) return { 'client.js': client.file }
  const scanned = scanFile(server, client.file.sites.length, 'module')
  if (scanned === null) return null
  const { file, imports, declared, text } = scanned
  // Without an import it may be CommonJS.
  if (imports.length === 0) return null
  const read = { kind: 'esm', text, imports, declared, shared: [], hidden: [] } as const
  return {
    'client.js': client.file,
    'server.js': { ...file, server: { kind: 'source', source: read } },
  }
}

function scanFile(source: string, firstSite: number, goal: PreparedFile['goal']) {
  const tokens = tokensOf(source)
  if (tokens === null) return null
  const isModule = goal === 'module'
  const server = isModule ? serverOf(source, tokens) : NO_SERVER
  if (server === null) return null
  const { read, imports, declared, blanked = source } = server
  const guards = guardsOf({ source, tokens, isModule, read })
  if (guards === null) return null
  const [text, code] = [blanked, source].map((text) => {
    const inserted = new Insertions(text)
    const sites = insertGuards(inserted, guards, { counter: COUNTER, check: CHECK, firstSite })
    return { ...inserted.result(), sites }
  })
  if (text === undefined || code === undefined) return null
  const file: PreparedFile = {
    goal,
    code: code.text,
    sites: code.sites,
    imports: imports.map(({ specifier, line, column }) => ({ specifier, line, column })),
    insertions: code.insertions,
  }
  return { file, imports, declared, text: text.text }
}

/** A script imports nothing. */
const NO_SERVER = { imports: [], declared: [], read: new Set<number>(), blanked: undefined }
