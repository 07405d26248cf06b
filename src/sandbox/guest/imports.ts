/** Refuses imports in `client.js` with a clearer message than the browser has. */
import type { ImportRequest } from '../prepared-program.ts'

export interface RefusedImport {
  readonly error: Error
  readonly place: { readonly line: number; readonly column: number }
}

/** The first import of a client program, which is one file and can load no other. */
export function refusedImport(imports: readonly ImportRequest[]): RefusedImport | undefined {
  const [first] = imports
  if (first === undefined) return undefined
  const { specifier, line, column } = first
  return { error: new TypeError(reason(specifier)), place: { line, column } }
}

function reason(specifier: string): string {
  if (specifier === 'ws') {
    return 'client.js runs in a browser, which has WebSocket built in: it cannot import "ws". Remove the import; only server.js can use it.'
  }
  if (specifier.startsWith('node:')) {
    return `client.js runs in a browser, which has no "${specifier}". Only server.js can import it.`
  }
  return `client.js cannot import "${specifier}": in the sandbox it is one file, with nothing to load beside it.`
}
