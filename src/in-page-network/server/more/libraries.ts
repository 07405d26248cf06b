/** Libraries of npm for `server.js`: each evaluated when the program asks for it. */
import type { ServerLibrary } from '../../network.ts'
import { guard } from '../server-process.ts'
import { createNodeTimers } from '../timers.ts'
import type { NodeCore } from './node-core.ts'

/** What the script of a library exports as `modules`: what `require` and `import` find, by specifier. */
export type ServerLibraryModules = Readonly<
  Record<
    string,
    { readonly required: unknown; readonly imported: Readonly<Record<string, unknown>> }
  >
>

/** What the script of a library finds in its scope, in this order. */
const PARAMETERS = [
  'exports',
  'require',
  'process',
  'Buffer',
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  '__dirname',
] as const

/** Where the program finds what it names. */
export interface LibraryPlaces {
  /** Of `import`. */
  readonly modules: Record<string, Readonly<Record<string, unknown>>>
  /** Of `require`: gives the exports of a module. */
  readonly required: Map<string, () => unknown>
  /** What it finds: Node's modules, and `ws`. */
  readonly exportsOf: (name: string) => unknown
  readonly console: Console
}

/** Adds libraries to what a server program may import and require. */
export function addServerLibraries(
  core: NodeCore,
  libraries: readonly ServerLibrary[],
  { modules, required, exportsOf, console }: LibraryPlaces,
): void {
  const { world, process, Buffer } = core
  // As those of `ws`: what a library does later is no timer of the program.
  const timers = createNodeTimers(world.clock, {
    set: () => 0,
    fire: (_id, _kind, run) => {
      guard(world, run)
      return undefined
    },
    cleared: () => undefined,
  })
  const require = (name: string): unknown => {
    const plain = name.replace(/^node:/u, '')
    if (plain === 'timers') return timers
    if (plain === 'tty') return { isatty: () => false }
    return exportsOf(plain) ?? core.require(plain)
  }
  for (const { specifiers, text, name } of libraries) {
    let found: ServerLibraryModules | undefined
    const evaluated = (): ServerLibraryModules => {
      if (found !== undefined) return found
      const exports: { modules?: ServerLibraryModules } = {}
      const values: Readonly<Record<(typeof PARAMETERS)[number], unknown>> = {
        ...{ exports, require, process, Buffer, console, ...timers, __dirname: '/' },
      }
      const body = new Function(...PARAMETERS, `${text}\n//# sourceURL=${name}.library`)
      Reflect.apply(
        body,
        undefined,
        PARAMETERS.map((parameter) => values[parameter]),
      )
      return (found = exports.modules ?? {})
    }
    for (const specifier of specifiers) {
      required.set(specifier, () => evaluated()[specifier]?.required)
      Object.defineProperty(modules, specifier, {
        enumerable: true,
        get: () => evaluated()[specifier]?.imported,
      })
    }
  }
}
