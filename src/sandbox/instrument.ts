/** Puts a guard into every loop and function entry of a program, which acorn parses. */
import { parse, type AnyNode, type BlockStatement, type Program, type Statement } from 'acorn'
import { fullAncestor } from 'acorn-walk'
import { insertGuards, type Guard, type GuardOptions, type GuardPlace } from './guards.ts'
import { Insertions, type Insertion } from './insertions.ts'
import type { Goal, GuardSite, ImportRequest, Unparsable } from './prepared-program.ts'

export interface InstrumentOptions extends GuardOptions {
  /**
   * Default: a module if the text has `import`, `export` or top-level `await`. The text of a CommonJS
   * program is a script that may return.
   */
  readonly goal?: Goal | 'commonjs'
  /** Names that the program must not find: each is read from the object that `holder` names. */
  readonly absent?: { readonly names: ReadonlySet<string>; readonly holder: string }
  /** Keeps a context over each `await`: an identifier with `take` and `after`. */
  readonly context?: string
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
    return {
      unparsable: { goal: goalNamed(goal), message: error.message, line: 1, column: 1 },
    }
  }
}

function instrumentParsed(source: string, options: InstrumentOptions): Instrumented {
  const parsed = parseProgram(source, options.goal)
  if ('unparsable' in parsed) return parsed
  const { program, goal } = parsed

  const guards: Guard[] = []
  fullAncestor(program, (visited, _state, ancestors) => {
    // acorn-walk types nodes by their common base; these are the nodes that acorn made.
    const node = visited as AnyNode
    switch (node.type) {
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        guards.push({ kind: 'loop', ...startOf(node), ...placeInLoop(node.body) })
        break
      case 'FunctionDeclaration':
      case 'FunctionExpression': {
        const parent = ancestors.at(-2) as AnyNode | undefined
        const start = startOf(isMethod(parent, node) ? parent : node)
        guards.push({ kind: 'function', ...start, ...placeInFunction(node.body) })
        break
      }
      case 'ArrowFunctionExpression': {
        const { body } = node
        const place: GuardPlace =
          body.type === 'BlockStatement'
            ? placeInFunction(body)
            : { offset: body.start, before: 'expression' }
        guards.push({ kind: 'function', ...startOf(node), ...place })
        break
      }
    }
  })

  const text = new Insertions(source)
  const sites = insertGuards(text, guards, options)
  if (goal === 'module' && options.modulePrologue !== undefined) {
    const hashbang = /^#!.*(\r\n|[\n\r\u2028\u2029])?/u.exec(source)?.[0].length ?? 0
    text.insert(hashbang, options.modulePrologue)
  }

  if (options.context !== undefined) keepContext(program, text, options.context)
  if (options.absent !== undefined) hideNames(program, text, options.absent)

  const { text: code, insertions } = text.result()
  return { file: { goal, code, sites, imports: importsOf(program), insertions } }
}

const goalNamed = (goal: Goal | 'commonjs'): Goal => (goal === 'module' ? 'module' : 'script')

/** `await a` becomes `context.after(context.take(),await a)`. */
function keepContext(program: Program, text: Insertions, context: string): void {
  fullAncestor(program, ({ type, start, end }) => {
    if (type !== 'AwaitExpression') return
    text.insert(start, `${context}.after(${context}.take(),`)
    text.insert(end, ')')
  })
}

/** Puts the holder before each name where it is read, unless the program declares it somewhere. */
function hideNames(
  program: Program,
  text: Insertions,
  { names, holder }: NonNullable<InstrumentOptions['absent']>,
): void {
  const reads: { readonly name: string; readonly offset: number }[] = []
  const declared = new Set(
    program.body.flatMap((statement) =>
      statement.type === 'ImportDeclaration'
        ? statement.specifiers.map(({ local }) => local.name)
        : [],
    ),
  )
  fullAncestor(program, (visited, _state, ancestors, type: string) => {
    const node = visited as AnyNode
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration')
      declared.add(node.id?.name ?? '')
    if (node.type !== 'Identifier' || !names.has(node.name)) return
    const parent = ancestors.at(-2) as AnyNode | undefined
    if (type === 'VariablePattern') declared.add(node.name)
    else if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return
    else if (parent?.type === 'Property' && parent.shorthand) return
    else reads.push({ name: node.name, offset: node.start })
  })
  for (const { name, offset } of reads) if (!declared.has(name)) text.insert(offset, `${holder}.`)
}

function placeInLoop(body: Statement): GuardPlace {
  return body.type === 'BlockStatement'
    ? { offset: body.start + 1, before: 'statements' }
    : { offset: body.start, before: 'statement' }
}

function placeInFunction({ body, start }: BlockStatement): GuardPlace {
  const last = body.filter(isDirective).at(-1)
  return last === undefined
    ? { offset: start + 1, before: 'statements' }
    : { offset: last.end, before: 'statements', after: 'directive' }
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

function parseProgram(source: string, goal: Goal | 'commonjs' | undefined): Parsed {
  if (goal !== undefined) return parseAs(source, goal)
  const script = parseAs(source, 'script')
  // `await (x)` is a call in a script, and an await in a module.
  if ('program' in script && !mentionsAwait(script.program)) return script
  const module = parseAs(source, 'module')
  if ('program' in module || 'program' in script) return 'program' in module ? module : script
  return looksLikeModule(source) ? module : script
}

function parseAs(source: string, given: Goal | 'commonjs'): Parsed {
  const goal = goalNamed(given)
  try {
    const program = parse(source, {
      ecmaVersion: 'latest',
      sourceType: goal,
      allowReturnOutsideFunction: given === 'commonjs',
      allowHashBang: true,
      locations: true,
      // A guard goes before an arrow's value, its brackets included.
      preserveParens: true,
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
