import type { NodeModules, ServerImport, ServerSource } from '../network.ts'

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

/** Where prepared modules find what they are given, by number. */
const registryKey = Symbol.for('upgrade101.servers')
let count = 0

/**
 * Makes a module that runs in a page: each import becomes a declaration on the first line, before
 * everything else, as imports are hoisted.
 *
 * @throws SyntaxError that names file, line and module, for what cannot be imported.
 */
export function prepareServer(source: ServerSource, options: ServerSourceOptions): PreparedServer {
  const { name, modules, globals } = options
  const id = String((count += 1))
  const declared = new Set(source.declared)
  const declarations = Object.keys(globals)
    // What the program declares itself hides the global, as on Node.
    .filter((global) => !declared.has(global))
    .map((global) => `const ${global} = $program.globals.${global};`)
  for (const imported of source.imports) {
    declarations.push(declarationOf(imported, modules, name))
  }

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
    `const ${DYNAMIC_IMPORT} = $program.import;`,
    '$program.begun?.();',
    ...declarations,
  ].join(' ')
  return {
    source: `${prelude} ${source.text}\n//# sourceURL=${name}`,
    release: () => registry.delete(id),
  }
}

/** What a program's `import()` calls become calls of. */
export const DYNAMIC_IMPORT = '$import'

function registryOf(holder: object): Map<string, unknown> {
  const known: unknown = Reflect.get(holder, registryKey)
  if (known instanceof Map) return known
  const registry = new Map<string, unknown>()
  Object.defineProperty(holder, registryKey, { value: registry })
  return registry
}

function declarationOf(imported: ServerImport, modules: NodeModules, name: string): string {
  const { specifier, names } = imported
  const module = moduleNamed(specifier, modules, name, imported)
  const from = `$program.modules[${JSON.stringify(specifier)}]`
  return names
    .map(({ local, exported }) => {
      if (exported === null) return `const ${local} = ${from};`
      if (!(exported in module)) {
        throw unsupported(
          `The requested module '${specifier}' does not provide an export named '${exported}'`,
          name,
          imported,
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
  place?: ServerImport,
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

/** An error with the place in front, in the form that stack traces use. */
export function unsupported(
  message: string,
  name: string,
  place: Pick<ServerImport, 'line' | 'column'> | undefined,
): SyntaxError {
  if (place === undefined) return new SyntaxError(message)
  return new SyntaxError(`${name}:${place.line}:${place.column}: ${message}`)
}
