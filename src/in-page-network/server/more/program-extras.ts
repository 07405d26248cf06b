/** What only some programs find in their scope, besides the globals of Node. */
import type { NodeModules } from '../../network.ts'
import { whyRefused } from './refused-modules.ts'

interface ProgramScope {
  /** The name of its file, which is in `/`. */
  readonly name: string
  readonly globals: Readonly<Record<string, unknown>>
  readonly modules: NodeModules
}

/** Each of its properties is a name that Node does not know. */
const absent = new Proxy(
  {},
  {
    get(_target, name) {
      // In Node's words.
      const isOfCommonJs = /^(?:require|module|exports|__)/u.test(String(name))
      const where = isOfCommonJs ? ' in ES module scope' : ''
      const instead = name === 'require' ? ', you can use import instead' : ''
      throw new ReferenceError(`${String(name)} is not defined${where}${instead}`)
    },
  },
)

export const programExtras = ({ name, globals, modules }: ProgramScope) => ({
  page: absent,
  /** Keeps a variable and a property of `global` the same. */
  share(shared: string, get: () => unknown, set: (value: unknown) => void) {
    const property = { get, set, enumerable: true, configurable: true }
    Object.defineProperty(globals['global'], shared, property)
  },
  /** What the program's `await` is put between. */
  get context(): unknown {
    return Reflect.get(Object(modules['async_hooks']?.['default']), 'awaiting')
  },
  /** `import.meta`. */
  meta: {
    url: `file:///${name}`,
    filename: `/${name}`,
    dirname: '/',
    resolve: (specifier: unknown) =>
      /^\.{0,2}\//u.test(String(specifier))
        ? new URL(String(specifier), `file:///${name}`).href
        : `node:${String(specifier).replace(/^node:/u, '')}`,
  },
})

/**
 * Why a module cannot be had, and which can.
 *
 * @param served libraries that come when a program names them.
 */
export function noModule(
  specifier: string,
  modules: NodeModules,
  name: string,
  served: readonly string[] = [],
): string {
  const why = whyRefused(specifier)
  if (why !== undefined) return `${name} cannot import "${specifier}" in the page, because ${why}.`
  const known = [
    ...Object.keys(modules).filter((other) => /^(?:ws$|redis$|node:)/u.test(other)),
    ...served,
  ]
  return `${name} cannot import "${specifier}". In the page it may import ${known.sort().join(', ')}`
}
