import { noModule, programExtras } from './more/program-extras.ts'
import type { NodeModules, ServerImport, ServerSource } from '../network.ts'
import { PAGE } from './page-names.ts'

/** The function that Node makes of a CommonJS program. */
export type CommonJsBody = (
  exports: object,
  require: unknown,
  module: object,
  filename: string,
  dirname: string,
) => void

export interface ServerSourceOptions {
  /** The name in stack traces and messages. */
  readonly name: string
  /** What it is called in stacks, where that is another name. */
  readonly script?: string
  /** What may be imported. */
  readonly modules: NodeModules
  /** What the program finds as globals, besides the page's own. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Told when the first statement is about to run. */
  readonly begun?: () => void
  /** Runs a program of CommonJS. */
  readonly runCommonJs?: (body: CommonJsBody) => void
}

export interface PreparedServer {
  /** The text of a module without static imports. Every line is where it was. */
  readonly source: string
  /** It is CommonJS, which need not be strict. */
  readonly sloppy: boolean
  /** Forgets what the module takes when it begins to run. */
  release(): void
}

/** Where prepared modules find what they are given: globals that go when they have begun. */
const GIVEN = 'upgrade101_server'
let count = 0

/**
 * Makes a program that runs in a page: each import becomes a declaration on the first line, before
 * everything else, as imports are hoisted.
 *
 * @throws SyntaxError that names file, line and module, for what cannot be imported.
 */
export function prepareServer(source: ServerSource, options: ServerSourceOptions): PreparedServer {
  const { name, script = name, modules, globals } = options
  const given = `${GIVEN}${String((count += 1))}`
  const isCommonJs = source.kind === 'commonjs'
  // A program of CommonJS is a function within: what it declares hides the globals by itself.
  const declared = new Set(isCommonJs ? [] : source.declared)
  const mentioned = mentionedIn(source.text)
  const declarations = Object.keys(globals)
    // What the program declares itself hides the global, as on Node.
    .filter((global) => mentioned(global) && !declared.has(global))
    .map((global) => `const ${global} = $program.globals.${global};`)
  for (const hidden of source.hidden) declarations.push(`const ${hidden} = undefined;`)
  for (const shared of source.shared)
    if (!Object.hasOwn(globals, shared)) {
      const accessors = `() => ${shared}, (value) => { ${shared} = value }`
      declarations.push(`let ${shared}; $program.share('${shared}', ${accessors});`)
    }
  for (const imported of source.imports) {
    declarations.push(declarationOf(imported, modules, name))
  }

  const entry = {
    modules,
    globals,
    begun: options.begun,
    runCommonJs: options.runCommonJs,
    import: async (specifier: unknown) => moduleNamed(String(specifier), modules, name),
    ...programExtras({ name, globals, modules }),
  }
  Object.defineProperty(globalThis, given, { configurable: true, value: entry })
  const prelude = [
    `const $program = ${given};`,
    `const ${DYNAMIC_IMPORT} = $program.import, ${IMPORT_META} = $program.meta, ${PAGE} = $program.page, ${CONTEXT} = $program.context;`,
    '$program.begun?.();',
    ...declarations,
  ].join(' ')
  const text = source.text.replace(/^#!/u, '//')
  return {
    source: isCommonJs
      ? `(() => { ${prelude} $program.runCommonJs(function (${PARAMETERS}) { ${text}\n}) })()\n//# sourceURL=${script}`
      : `${prelude} ${text}\n//# sourceURL=${script}`,
    sloppy: isCommonJs,
    release: () => Reflect.deleteProperty(globalThis, given),
  }
}

/** Whether a text has a name as a word; in doubt it has. */
function mentionedIn(text: string): (name: string) => boolean {
  if (/\beval\b|\\u/u.test(text)) return () => true
  const words = new Set(text.match(/[$\w]+/gu))
  return (name) => words.has(name)
}

/** The identifier of what a program's `await` is put between, if it asks for its context. */
export const CONTEXT = '$context'

const PARAMETERS = 'exports, require, module, __filename, __dirname'

/** What a program's `import()` calls become calls of: as long as what it replaces. */
export const DYNAMIC_IMPORT = '$load_'
/** What a program's `import.meta` becomes: as long as what it replaces. */
export const IMPORT_META = '$importMeta'

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
  throw unsupported(noModule(specifier, modules, name), name, place)
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
