/**
 * Puts a guard into every loop and function entry of a program.
 *
 * A guard counts, and calls `check` only beyond a limit; `check` looks at a clock and may throw.
 * Guards end endless loops, which the page cannot end from outside in Firefox, and they show where
 * an event's handler starts. Text is only inserted, without line breaks: lines keep their numbers,
 * and columns can be mapped back.
 */
import { parse, type AnyNode, type Expression, type Program, type Statement } from 'acorn'
import { fullAncestor } from 'acorn-walk'
import { Insertions, type Insertion } from './insertions.ts'
import {
  GUARD_LIMIT,
  type Goal,
  type GuardSite,
  type ImportRequest,
  type Unparsable,
} from './prepared-program.ts'

export interface InstrumentOptions {
  /** Default: a module if the text has `import`, `export` or top-level `await`. */
  readonly goal?: Goal
  /** Identifier of the guards' counter. */
  readonly counter: string
  /** Identifier of the function that a guard calls with its site's number. */
  readonly check: string
  /** The first site's number: several files share one `check`. */
  readonly firstSite: number
  /** One line, put at the start of a module. */
  readonly modulePrologue?: string
}

export interface InstrumentedFile {
  readonly goal: Goal
  readonly code: string
  readonly sites: readonly GuardSite[]
  readonly imports: readonly ImportRequest[]
  readonly insertions: readonly Insertion[]
}

type Instrumented = { readonly file: InstrumentedFile } | { readonly unparsable: Unparsable }

export function instrument(source: string, options: InstrumentOptions): Instrumented {
  try {
    return instrumentParsed(source, options)
  } catch (error) {
    // The stack is full: nested too deeply for acorn, perhaps not for the browser.
    if (!(error instanceof RangeError)) throw error
    const goal = options.goal ?? (looksLikeModule(source) ? 'module' : 'script')
    return { unparsable: { goal, message: error.message, line: 1, column: 1 } }
  }
}

function instrumentParsed(source: string, options: InstrumentOptions): Instrumented {
  const parsed = parseProgram(source, options.goal)
  if ('unparsable' in parsed) return parsed
  const { program, goal } = parsed

  const text = new Insertions(source)
  const sites: GuardSite[] = []
  const guardAt = (kind: GuardSite['kind'], node: AnyNode): string => {
    const { line, column } = startOf(node)
    sites.push({ kind, line, column })
    return `++${options.counter}>${GUARD_LIMIT}&&${options.check}(${options.firstSite + sites.length - 1})`
  }

  // Inner nodes come before outer ones: if two insertions end at one position, `after` keeps the
  // inner one inside.
  fullAncestor(program, (visited, _state, ancestors) => {
    // acorn-walk types nodes by their common base; these are the nodes that acorn made.
    const node = visited as AnyNode
    switch (node.type) {
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        guardStatement(text, node.body, guardAt('loop', node))
        break
      case 'FunctionDeclaration':
      case 'FunctionExpression': {
        const parent = ancestors.at(-2) as AnyNode | undefined
        const guard = guardAt('function', isMethod(parent, node) ? parent : node)
        guardFunctionBody(text, node.body.body, node.body.start, guard)
        break
      }
      case 'ArrowFunctionExpression': {
        const guard = guardAt('function', node)
        if (node.body.type === 'BlockStatement') {
          guardFunctionBody(text, node.body.body, node.body.start, guard)
        } else {
          guardExpression(text, node.body, guard)
        }
        break
      }
    }
  })

  if (goal === 'module' && options.modulePrologue !== undefined) {
    const hashbang = /^#!.*(\r\n|[\n\r\u2028\u2029])?/u.exec(source)?.[0].length ?? 0
    text.before(hashbang, options.modulePrologue)
  }

  const { text: code, insertions } = text.result()
  return { file: { goal, code, sites, imports: importsOf(program), insertions } }
}

function guardStatement(text: Insertions, body: Statement, guard: string): void {
  if (body.type === 'BlockStatement') {
    text.before(body.start + 1, `${guard};`)
  } else {
    text.before(body.start, `{${guard};`)
    text.after(body.end, '}')
  }
}

function guardFunctionBody(
  text: Insertions,
  statements: readonly AnyNode[],
  openingBrace: number,
  guard: string,
): void {
  const directives = statements.filter(isDirective)
  const last = directives.at(-1)
  if (last === undefined) text.before(openingBrace + 1, `${guard};`)
  // A directive may have a line break in place of its semicolon.
  else text.after(last.end, `;${guard};`)
}

function guardExpression(text: Insertions, body: Expression, guard: string): void {
  text.before(body.start, `(${guard},`)
  text.after(body.end, ')')
}

function isDirective(node: AnyNode): boolean {
  return node.type === 'ExpressionStatement' && typeof node.directive === 'string'
}

/** Whether `node` is a method of `parent`, and so starts at its name. */
function isMethod(parent: AnyNode | undefined, node: AnyNode): parent is AnyNode {
  if (parent?.type === 'MethodDefinition') return parent.value === node
  return (
    parent?.type === 'Property' &&
    parent.value === node &&
    (parent.method || parent.kind !== 'init')
  )
}

function startOf(node: AnyNode): { readonly line: number; readonly column: number } {
  // Every node has it, because `locations` is set.
  const start = node.loc?.start ?? { line: 1, column: 0 }
  return { line: start.line, column: start.column + 1 }
}

type Parsed =
  { readonly program: Program; readonly goal: Goal } | { readonly unparsable: Unparsable }

function parseProgram(source: string, goal: Goal | undefined): Parsed {
  if (goal !== undefined) return parseAs(source, goal)
  const script = parseAs(source, 'script')
  // `await (x)` is a call in a script, and an await in a module.
  if ('program' in script && !mentionsAwait(script.program)) return script
  const module = parseAs(source, 'module')
  if ('program' in module || 'program' in script) return 'program' in module ? module : script
  return looksLikeModule(source) ? module : script
}

function parseAs(source: string, goal: Goal): Parsed {
  try {
    const program = parse(source, {
      ecmaVersion: 'latest',
      sourceType: goal,
      allowHashBang: true,
      locations: true,
    })
    return { program, goal }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const position = 'loc' in error ? error.loc : undefined
    const { line, column } = isPosition(position) ? position : { line: 1, column: 0 }
    const message = error.message.replace(/ \(\d+:\d+\)$/u, '')
    return { unparsable: { goal, message, line, column: column + 1 } }
  }
}

function isPosition(value: unknown): value is { readonly line: number; readonly column: number } {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value
}

function mentionsAwait(program: Program): boolean {
  let found = false
  fullAncestor(program, (node) => {
    found ||= (node as AnyNode).type === 'Identifier' && 'name' in node && node.name === 'await'
  })
  return found
}

/** The likely goal of a text that cannot be parsed as either. */
function looksLikeModule(source: string): boolean {
  return /^\s*(import\b(?!\s*\()|export\b|await\b)/mu.test(source)
}

function importsOf(program: Program): readonly ImportRequest[] {
  return program.body.flatMap((statement) => {
    switch (statement.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
        return typeof statement.source?.value === 'string'
          ? [{ specifier: statement.source.value, ...startOf(statement) }]
          : []
      default:
        return []
    }
  })
}
