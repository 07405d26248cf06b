/** Reads a server program with acorn. Apart, because the sandbox is given what the page has read. */
import { parse } from 'acorn'
import type {
  ImportDeclaration,
  ImportExpression,
  ModuleDeclaration,
  Program,
  Statement,
} from 'acorn'
import { simple } from 'acorn-walk'
import type { ServerImport, ServerSource } from '../network.ts'
import { DYNAMIC_IMPORT, unsupported } from './server-source.ts'
import { topLevelNames } from './top-level-names.ts'

interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * @param name of the file, for messages.
 * @throws SyntaxError that names file and line, for what cannot be parsed and for re-exports.
 */
export function readServerSource(source: string, name: string): ServerSource {
  const program = parseModule(source, name)
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
  simple(program, {
    ImportExpression(node: ImportExpression) {
      replacements.push({
        start: node.start,
        end: node.start + 'import'.length,
        text: DYNAMIC_IMPORT,
      })
    },
  })
  return { text: replaced(source, replacements), imports, declared: [...topLevelNames(program)] }
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
