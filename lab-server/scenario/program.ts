/**
 * Reads a scenario's source, an ES module, and makes it a function that can be run repeatedly.
 *
 * Node keeps a module it has imported for ever, under whatever name: a scenario that crashed could
 * not be started afresh without a leak, and its imports, timers and console could not be bound to
 * the lab server. So the module becomes an async function, with every line and column where it was.
 */
import { builtinModules } from 'node:module'
import { Script } from 'node:vm'
import { parse } from 'acorn'

/** The names that a scenario finds around it in place of the global ones. */
export type Bindings = Readonly<Record<string, unknown>>

export interface Program {
  /** The modules it imports, as it names them. */
  readonly specifiers: readonly string[]
  /** Runs it; resolves when its last top-level `await` has. */
  readonly run: (modules: ReadonlyMap<string, object>, bindings: Bindings) => Promise<void>
}

/**
 * @param path of the file, for stack traces
 * @throws SyntaxError for a source that is no module, or that does more than a scenario may: it
 * imports only `ws` and Node's own modules, at its top, and exports nothing
 */
export function readProgram(source: string, path: string): Program {
  let body = source
  const imports: Import[] = []
  for (const node of parseModule(source, path)) {
    switch (node.type) {
      case 'ImportDeclaration': {
        const specifier = String(node.source.value)
        if (!isAllowed(specifier)) {
          throw new SyntaxError(
            `${path}:${String(node.loc?.start.line)}: a scenario imports only "ws" and "node:…", not "${specifier}"`,
          )
        }
        imports.push({ specifier, bindings: node.specifiers.map(bindingOf) })
        // Blanks replace it, so that the rest of the line keeps its columns.
        const blank = source.slice(node.start, node.end).replaceAll(/[^\n]/g, ' ')
        body = body.slice(0, node.start) + blank + body.slice(node.end)
        break
      }
      case 'ExportNamedDeclaration':
      case 'ExportDefaultDeclaration':
      case 'ExportAllDeclaration':
        throw new SyntaxError(
          `${path}:${String(node.loc?.start.line)}: a scenario is a program, it exports nothing`,
        )
    }
  }

  return {
    specifiers: [...new Set(imports.map(({ specifier }) => specifier))],
    async run(modules, bindings) {
      const scope: Record<string, unknown> = { ...bindings }
      for (const { specifier, bindings: imported } of imports) {
        for (const { local, name } of imported) {
          scope[local] = importedValue(modules, specifier, name)
        }
      }
      const names = Object.keys(scope)
      // The block lets the program declare names that are also parameters here.
      const head = `(async function (${names.join(', ')}) { 'use strict'; { `
      const script = new Script(`${head}${body}\n} })`, {
        filename: path,
        columnOffset: -head.length,
      })
      // The script is one function expression, written above.
      const program = script.runInThisContext() as (...values: unknown[]) => Promise<void>
      await program(...names.map((name) => scope[name]))
    },
  }
}

interface Import {
  readonly specifier: string
  /** `name` is null for the whole namespace. */
  readonly bindings: readonly { readonly local: string; readonly name: string | null }[]
}

function parseModule(source: string, path: string) {
  try {
    return parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true }).body
  } catch (error) {
    throw new SyntaxError(`${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function isAllowed(specifier: string): boolean {
  return specifier === 'ws' || specifier.startsWith('node:') || builtinModules.includes(specifier)
}

type ModuleNode = ReturnType<typeof parseModule>[number]
type ImportSpecifierNode = Extract<ModuleNode, { type: 'ImportDeclaration' }>['specifiers'][number]

function bindingOf(node: ImportSpecifierNode): Import['bindings'][number] {
  const local = node.local.name
  switch (node.type) {
    case 'ImportDefaultSpecifier':
      return { local, name: 'default' }
    case 'ImportNamespaceSpecifier':
      return { local, name: null }
    case 'ImportSpecifier':
      return {
        local,
        name:
          node.imported.type === 'Identifier' ? node.imported.name : String(node.imported.value),
      }
  }
}

function importedValue(
  modules: ReadonlyMap<string, object>,
  specifier: string,
  name: string | null,
): unknown {
  const module = modules.get(specifier)
  if (module === undefined) throw new Error(`The module "${specifier}" was not loaded`)
  if (name === null) return module
  if (!(name in module)) {
    throw new SyntaxError(`The module "${specifier}" does not export "${name}"`)
  }
  return Reflect.get(module, name)
}
