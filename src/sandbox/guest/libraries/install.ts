/** Puts the libraries that a program names into its document, before the program begins. */
import { fileNamed, LIBRARIES } from '../../../core/libraries/libraries.ts'
import { PROVIDE, type LibraryModules } from './provide.ts'

interface GivenLibrary {
  readonly name: string
  /** Its script. */
  readonly text: string
}

/** The global through which the modules of blobs find what they export; it goes when all are there. */
const EXPORTS = 'upgrade101_modules'
/** The function by which a library does something soon, in place of the browser's own. */
const SOON = 'upgrade101_soon'
/** The function that is called when the modules of blobs are there. */
const LOADED = 'upgrade101_loaded'

export interface LibraryWorld {
  /** The program's own files, whose texts it may import. */
  readonly files: Readonly<Record<string, string>>
  /** Calls back in a task of the run. */
  readonly queueTask: (task: () => void) => void
}

/**
 * Evaluates the scripts, gives their globals to the window, and sends each specifier of the program to
 * a module of a blob: a document of opaque origin loads no other. Resolves when the modules are there:
 * no virtual time passes while a browser loads one, and a run without anything to do would end.
 */
export function installLibraries(
  window: Window & typeof globalThis,
  given: readonly GivenLibrary[],
  specifiers: Readonly<Record<string, string>>,
  { files, queueTask }: LibraryWorld,
): Promise<void> {
  const { document } = window
  const exported: Record<string, Readonly<Record<string, unknown>>> = {}
  for (const { name, text } of given) {
    define(window, PROVIDE, (modules: LibraryModules) => Object.assign(exported, modules))
    // What is to happen soon happens in virtual time, and is no timer of the program.
    define(window, SOON, (task: (...values: unknown[]) => void, ...values: unknown[]) =>
      queueTask(() => task(...values)),
    )
    const script = document.createElement('script')
    script.textContent = `(function(setImmediate){${text}\n})(${SOON})\n//# sourceURL=${name}.library`
    document.head.append(script)
    script.remove()
    Reflect.deleteProperty(window, PROVIDE)
    Reflect.deleteProperty(window, SOON)
    const found = Object.entries(LIBRARIES).find(([known]) => known === name)?.[1]
    const globals: Readonly<Record<string, string>> = found?.globals ?? {}
    for (const [global, module] of Object.entries(globals)) {
      const exports = exported[module]
      const own = exports !== undefined && 'default' in exports ? exports['default'] : exports
      // As a script's `var` does; a library with parts has them all.
      define(window, global, typeof own === 'function' ? own : { ...exports }, true)
    }
  }
  const urls = new Map<string, string>()
  const urlOf = (module: string): string => {
    const known = urls.get(module)
    if (known !== undefined) return known
    const file = fileNamed(module)
    if (file !== undefined) exported[module] = { default: files[file] }
    const text = moduleText(module, exported[module] ?? {})
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
    urls.set(module, url)
    return url
  }
  const imports: Record<string, string> = {}
  for (const [specifier, module] of Object.entries(specifiers)) imports[specifier] = urlOf(module)
  define(window, EXPORTS, exported)
  const map = document.createElement('script')
  map.type = 'importmap'
  map.textContent = JSON.stringify({ imports })
  document.head.append(map)
  map.remove()
  return loadAll(window, [...urls.values()])
}

function loadAll(window: Window, urls: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    define(window, LOADED, () => {
      Reflect.deleteProperty(window, LOADED)
      resolve()
    })
    const script = window.document.createElement('script')
    script.type = 'module'
    script.textContent = [...urls.map((url) => `import '${url}'`), `${LOADED}()`].join(';')
    window.document.head.append(script)
    script.remove()
  })
}

/** A module that exports what the library's script gave, by its names. */
function moduleText(module: string, exports: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(exports).filter((name) => name !== 'default' && /^[$\w]+$/u.test(name))
  const from = `globalThis.${EXPORTS}[${JSON.stringify(module)}]`
  return [
    `const exported = ${from};`,
    ...names.map((name, index) => `const e${String(index)} = exported[${JSON.stringify(name)}];`),
    `export { ${names.map((name, index) => `e${String(index)} as ${name}`).join(', ')} };`,
    "export default 'default' in exported ? exported.default : exported;",
  ].join('\n')
}

function define(window: Window, name: string, value: unknown, isOpen = false): void {
  const options = { configurable: true, writable: isOpen, enumerable: isOpen }
  Object.defineProperty(window, name, { value, ...options })
}
