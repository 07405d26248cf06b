import type { NodeModules } from '../../network.ts'
import { whyRefused } from './refused-modules.ts'
import type { NodeCore } from './node-core.ts'

/**
 * `require` of a program, and what belongs to it.
 *
 * @param served libraries that come when a program names them.
 */
export function createProgramRequire(
  exportsOf: (name: string) => unknown,
  modules: NodeModules,
  files: ReadonlyMap<string, string>,
  main: object,
  served: readonly string[] = [],
) {
  const require = (given: unknown): unknown => {
    if (typeof given !== 'string') {
      const error = new TypeError(
        `The "id" argument must be of type string. Received ${given === undefined ? 'undefined' : typeof given}`,
      )
      throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' })
    }
    if (Object.hasOwn(modules, given)) return exportsOf(given.replace(/^node:/u, ''))
    const file = given.replace(/^(?:\.?\/)+/u, '')
    const text = given === file ? undefined : (files.get(file) ?? files.get(`${file}.json`))
    if (text !== undefined && !file.endsWith('.js') && !file.endsWith('.html'))
      return JSON.parse(text) as unknown
    throw Object.assign(new Error(missing(given, modules, served)), {
      code: 'MODULE_NOT_FOUND',
      requireStack: ['/server.js'],
    })
  }
  return Object.assign(require, {
    main,
    cache: {},
    extensions: {},
    resolve: (name: string) => {
      require(name)
      return name
    },
  })
}

function missing(name: string, modules: NodeModules, served: readonly string[]): string {
  const why = whyRefused(name)
  const others = [...Object.keys(modules), ...served].filter(
    (one) => !one.startsWith('node:') && !one.includes('/'),
  )
  return why === undefined
    ? `Cannot find module '${name}'\nA server.js in the page finds ${[...new Set(others)].sort().join(', ')}.`
    : `Cannot find module '${name}': it is not in the page, because ${why}.`
}

/** `node:module`. */
export function createModuleModule({ builtIn, createRequire }: NodeCore) {
  return {
    builtinModules: Object.keys(builtIn).sort(),
    isBuiltin: (name: string) => Object.hasOwn(builtIn, name.replace(/^node:/u, '')),
    createRequire,
  }
}
