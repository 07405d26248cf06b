/** Refuses imports in `client.js` with a clearer message than the browser has. */
import { LIBRARIES } from '../../../core/libraries/libraries.ts'
import type { ImportRequest } from '../../prepared-program.ts'

export interface RefusedImport {
  readonly error: Error
  readonly place: { readonly line: number; readonly column: number }
}

/**
 * The first import of a client program that leads to no library: the program is one file.
 *
 * @param modules the specifiers that do lead to one.
 */
export function refusedImport(
  imports: readonly ImportRequest[],
  modules: Readonly<Record<string, string>> = {},
): RefusedImport | undefined {
  const first = imports.find(({ specifier }) => !Object.hasOwn(modules, specifier))
  if (first === undefined) return undefined
  const { specifier, line, column } = first
  return { error: new TypeError(reason(specifier)), place: { line, column } }
}

/** By what `import` calls them, the main module of each. */
const SERVED = Object.values(LIBRARIES).map(({ modules: [main] }) => main)

function reason(specifier: string): string {
  if (specifier === 'ws') {
    return 'client.js runs in a browser, which has WebSocket built in: it cannot import "ws". Remove the import; only server.js can use it.'
  }
  if (specifier.startsWith('node:')) {
    return `client.js runs in a browser, which has no "${specifier}". Only server.js can import it.`
  }
  if (/^\.{0,2}\//u.test(specifier))
    return `client.js cannot import "${specifier}": in the sandbox it is one file, with nothing to load beside it.`
  return `client.js cannot import "${specifier}". The libraries served here are ${SERVED.join(', ')}.`
}
