/**
 * Gives the classes of Node and of `ws` the names that they have in their sources: a build shortens
 * them, and Node's console and `constructor.name` show them.
 */

const isNameless = (value: unknown): value is object => typeof value === 'function'

/** The classes that a module exports, under the names of their exports. */
const CLASS = /^[A-Z][a-z]\w*$/u

export function nameClasses(modules: Readonly<Record<string, unknown>>, ws: unknown): void {
  const classes = ['buffer', 'events', 'http', 'net', 'stream'].map((name) => modules[name])
  for (const module of [...classes, ws]) {
    const exports = Object(module) as object
    for (const key of Object.getOwnPropertyNames(exports)) {
      const value: unknown = Object.getOwnPropertyDescriptor(exports, key)?.value
      // `ws.Server` is another name of `WebSocketServer`.
      if (!CLASS.test(key) || !isNameless(value) || (module === ws && key === 'Server')) continue
      Object.defineProperty(value, 'name', { value: key, configurable: true })
    }
  }
}
