/** The libraries that are served to `server.js`, and the specifiers by which programs know them. */

export const SERVER_LIBRARIES = {
  graphql: ['graphql', 'graphql-ws', 'graphql-ws/use/ws'],
  'socket.io': ['socket.io'],
} as const satisfies Record<string, readonly string[]>

export type ServerLibraryName = keyof typeof SERVER_LIBRARIES
export const SERVER_LIBRARY_NAMES = Object.keys(SERVER_LIBRARIES) as ServerLibraryName[]

/** Its file, beside `sandbox.html`. */
export const serverLibraryFile = (name: ServerLibraryName): string => `libraries/server-${name}.js`

/** Which of them a `server.js` names. */
export function namedServerLibraries(server: string): readonly ServerLibraryName[] {
  const named = new Set<string>()
  for (const [, , specifier = ''] of server.matchAll(NAMES)) named.add(specifier)
  return SERVER_LIBRARY_NAMES.filter((library) =>
    SERVER_LIBRARIES[library].some((specifier) => named.has(specifier)),
  )
}

/** What may name a module: the string after an `import`, in it, or of a call of `require`. */
const NAMES = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'`])([^"'`\n]+)\1/gu
