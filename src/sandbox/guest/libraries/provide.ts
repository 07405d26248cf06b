/** The exports of each module of a library, by the name that `import` gives. */
export type LibraryModules = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The global through which the script of a library gives its modules; it goes at once. */
export const PROVIDE = 'upgrade101_library'

/** Called by the script of a library while it is evaluated. */
export function provideLibrary(modules: LibraryModules): void {
  // Only the sandbox evaluates it, and sets this global.
  const provide = Reflect.get(globalThis, PROVIDE) as (modules: LibraryModules) => void
  provide(modules)
}
