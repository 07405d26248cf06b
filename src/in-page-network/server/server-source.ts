import { parse } from 'acorn'
import type {
  ImportDeclaration,
  ImportExpression,
  ModuleDeclaration,
  Program,
  Statement,
} from 'acorn'
import { simple } from 'acorn-walk'
import type { NodeModules } from '../network.ts'
import { topLevelNames } from './top-level-names.ts'

export interface ServerSourceOptions {
  /** The name in stack traces and messages. */
  readonly name: string
  /** What may be imported. */
  readonly modules: NodeModules
  /** What the program finds as globals, besides the page's own. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Told when the first statement is about to run. */
  readonly begun?: () => void
}

export interface PreparedServer {
  /** The text of a module without static imports. Every line is where it was. */
  readonly source: string
  /** Forgets what the module takes when it begins to run. */
  release(): void
}

interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Where prepared modules find what they are given, by number. */
const registryKey = Symbol.for('upgrade101.servers')
let count = 0

/**
 * Turns the source of a Node ES module into one that runs in a page: each import becomes a
 * declaration on the first line, before everything else, as imports are hoisted.
 *
 * @throws SyntaxError that names file, line and module, for what cannot be parsed or imported.
 */
export function prepareServer(source: string, options: ServerSourceOptions): PreparedServer {
  const { name, modules, globals } = options
  const program = parseModule(source, name)
  const id = String((count += 1))
  const replacements: Replacement[] = []
  const declared = topLevelNames(program)
  const declarations = Object.keys(globals)
    // What the program declares itself hides the global, as on Node.
    .filter((global) => !declared.has(global))
    .map((global) => `const ${global} = $program.globals.${global};`)
  for (const statement of program.body) {
    if (isReExport(statement)) {
      throw unsupported('A server program cannot export from another module', name, statement)
    }
    if (statement.type !== 'ImportDeclaration') continue
    declarations.push(declarationOf(statement, modules, name))
    replacements.push({ ...statement, text: blank(source.slice(statement.start, statement.end)) })
  }
  simple(program, {
    ImportExpression(node: ImportExpression) {
      replacements.push({ start: node.start, end: node.start + 'import'.length, text: '$import' })
    },
  })

  const entry = {
    modules,
    globals,
    begun: options.begun,
    import: async (specifier: unknown) => moduleNamed(String(specifier), modules, name),
  }
  const registry = registryOf(globalThis)
  registry.set(id, entry)
  const prelude = [
    `const $program = globalThis[Symbol.for('upgrade101.servers')].get('${id}');`,
    'const $import = $program.import;',
    '$program.begun?.();',
    ...declarations,
  ].join(' ')
  return {
    source: `${prelude} ${replaced(source, replacements)}\n//# sourceURL=${name}`,
    release: () => registry.delete(id),
  }
}

function registryOf(holder: object): Map<string, unknown> {
  const known: unknown = Reflect.get(holder, registryKey)
  if (known instanceof Map) return known
  const registry = new Map<string, unknown>()
  Object.defineProperty(holder, registryKey, { value: registry })
  return registry
}

function parseModule(source: string, name: string): Program {
  try {
    return parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
      allowHashBang: true,
    })
  } catch (error) {
    // Acorn's message ends in "(line:column)", columns from 0.
    if (!(error instanceof SyntaxError)) throw error
    const place = /^(.*) \((\d+):(\d+)\)$/.exec(error.message)
    if (place === null) throw error
    const [, message, line, column] = place
    throw new SyntaxError(`${name}:${line}:${String(Number(column) + 1)}: ${message}`, {
      cause: error,
    })
  }
}

function declarationOf(statement: ImportDeclaration, modules: NodeModules, name: string): string {
  const specifier = String(statement.source.value)
  const module = moduleNamed(specifier, modules, name, statement)
  const from = `$program.modules[${JSON.stringify(specifier)}]`
  return statement.specifiers
    .map((imported) => {
      const local = imported.local.name
      if (imported.type === 'ImportNamespaceSpecifier') return `const ${local} = ${from};`
      const exported =
        imported.type === 'ImportDefaultSpecifier'
          ? 'default'
          : imported.imported.type === 'Identifier'
            ? imported.imported.name
            : String(imported.imported.value)
      if (!(exported in module)) {
        throw unsupported(
          `The requested module '${specifier}' does not provide an export named '${exported}'`,
          name,
          statement,
        )
      }
      return `const ${local} = ${from}[${JSON.stringify(exported)}];`
    })
    .join(' ')
}

function moduleNamed(
  specifier: string,
  modules: NodeModules,
  name: string,
  place?: Statement | ModuleDeclaration,
): Readonly<Record<string, unknown>> {
  const module = Object.hasOwn(modules, specifier) ? modules[specifier] : undefined
  if (module !== undefined) return module
  const known = Object.keys(modules).filter((other) => other === 'ws' || other.startsWith('node:'))
  throw unsupported(
    `${name} cannot import "${specifier}". In the page it may import ${known.sort().join(', ')}`,
    name,
    place,
  )
}

const isReExport = (statement: Statement | ModuleDeclaration) =>
  statement.type === 'ExportAllDeclaration' ||
  (statement.type === 'ExportNamedDeclaration' &&
    statement.source !== null &&
    statement.source !== undefined)

/** An error with the place in front, in the form that stack traces use. */
function unsupported(
  message: string,
  name: string,
  place: Statement | ModuleDeclaration | undefined,
): SyntaxError {
  const start = place?.loc?.start
  if (start === undefined) return new SyntaxError(message)
  const { line, column } = start
  return new SyntaxError(`${name}:${String(line)}:${String(column + 1)}: ${message}`)
}

/** The same lines and columns, with nothing on them. */
const blank = (text: string) => text.replace(/[^\n\r]/g, ' ')

function replaced(source: string, replacements: Replacement[]): string {
  let text = ''
  let position = 0
  for (const { start, end, text: replacement } of replacements.sort((a, b) => a.start - b.start)) {
    text += source.slice(position, start) + replacement
    position = end
  }
  return text + source.slice(position)
}
