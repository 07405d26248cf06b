/** Reads a server program with acorn. Apart, because the sandbox is given what the page has read. */
import { parse } from 'acorn'
import type {
  AssignmentExpression,
  ImportDeclaration,
  ImportExpression,
  MetaProperty,
  ModuleDeclaration,
  Program,
  Statement,
  UnaryExpression,
} from 'acorn'
import { simple } from 'acorn-walk'
import type { ModuleKind, ServerImport, ServerSource } from '../network.ts'
import { ABSENT, PAGE } from './page-names.ts'
import { CONTEXT, DYNAMIC_IMPORT, IMPORT_META, unsupported } from './server-source.ts'
import { topLevelNames } from './top-level-names.ts'

/** What the page puts into a program, in which the network finds it. */
export { ABSENT, CONTEXT, PAGE }

interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Node's rule for a file without a package.json: CommonJS, unless only an ES module can have its
 * syntax (`import`, `export`, `import.meta`, `await` at the top).
 */
export function kindOfServer(source: string): ModuleKind {
  try {
    parse(source, { ...READ, sourceType: 'script', allowReturnOutsideFunction: true })
    return 'commonjs'
  } catch {
    return 'esm'
  }
}

const READ = { ecmaVersion: 'latest', locations: true, allowHashBang: true } as const

/**
 * @param name of the file, for messages.
 * @param kind Default: as Node decides.
 * @throws SyntaxError that names file and line, for what cannot be parsed and for re-exports.
 */
export function readServerSource(
  source: string,
  name: string,
  kind: ModuleKind = kindOfServer(source),
): ServerSource {
  const program = parseProgram(source, name, kind)
  const replacements: Replacement[] = []
  const imports: ServerImport[] = []
  for (const statement of program.body) {
    if (isReExport(statement)) {
      const message = 'A server program cannot export from another module'
      throw unsupported(message, name, placeOf(statement))
    }
    if (statement.type !== 'ImportDeclaration') continue
    imports.push({
      specifier: String(statement.source.value),
      names: statement.specifiers.map(nameOf),
      ...placeOf(statement),
    })
    replacements.push({ ...statement, text: blank(source.slice(statement.start, statement.end)) })
  }
  const assigned = new Set<string>()
  const asked = new Set<string>()
  simple(program, {
    ImportExpression(node: ImportExpression) {
      replacements.push({
        start: node.start,
        end: node.start + 'import'.length,
        text: DYNAMIC_IMPORT,
      })
    },
    AssignmentExpression({ left }: AssignmentExpression) {
      if (left.type !== 'MemberExpression' || left.computed) return
      const { object, property } = left
      const isOfGlobal = object.type === 'Identifier' && /^global(?:This)?$/.test(object.name)
      if (isOfGlobal && property.type === 'Identifier') assigned.add(property.name)
    },
    UnaryExpression({ operator, argument }: UnaryExpression) {
      if (operator === 'typeof' && argument.type === 'Identifier') asked.add(argument.name)
    },
    MetaProperty(node: MetaProperty) {
      if (node.meta.name === 'import') replacements.push({ ...node, text: IMPORT_META })
    },
  })
  const text = replaced(source, replacements)
  const declared = topLevelNames(program)
  const shared = [...assigned].filter((name) => !declared.has(name) && isBindable(name))
  const hidden = [...asked].filter((name) => !declared.has(name) && ABSENT[kind].has(name))
  return { kind, text, imports, declared: [...declared], shared, hidden }
}

/** Whether a name can be that of a variable. */
function isBindable(name: string): boolean {
  try {
    parse(`let ${name}`, { ecmaVersion: 'latest', sourceType: 'module' })
    return true
  } catch {
    return false
  }
}

function parseProgram(source: string, name: string, kind: ModuleKind): Program {
  const isModule = kind === 'esm'
  try {
    return parse(source, {
      ...READ,
      sourceType: isModule ? 'module' : 'script',
      allowReturnOutsideFunction: !isModule,
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

function nameOf(imported: ImportDeclaration['specifiers'][number]) {
  const local = imported.local.name
  switch (imported.type) {
    case 'ImportNamespaceSpecifier':
      return { local, exported: null }
    case 'ImportDefaultSpecifier':
      return { local, exported: 'default' }
    case 'ImportSpecifier':
      return {
        local,
        exported:
          imported.imported.type === 'Identifier'
            ? imported.imported.name
            : String(imported.imported.value),
      }
  }
}

const isReExport = (statement: Statement | ModuleDeclaration) =>
  statement.type === 'ExportAllDeclaration' ||
  (statement.type === 'ExportNamedDeclaration' &&
    statement.source !== null &&
    statement.source !== undefined)

function placeOf(statement: Statement | ModuleDeclaration) {
  // Every node has it, because `locations` is set.
  const { line, column } = statement.loc?.start ?? { line: 1, column: 0 }
  return { line, column: column + 1 }
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
