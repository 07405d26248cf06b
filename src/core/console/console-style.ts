/** Properties that a `%c` may set: those that change how text looks on its own line. */
const ALLOWED = /^(?:background|border|color|font|line|margin|padding|text)/u

/** The declarations of a `%c`, as DevTools takes them: no address is asked for. */
export function consoleStyle(css: string): Readonly<Record<string, string>> {
  const declarations = css.split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const value = declaration.slice(colon + 1).trim()
    return ALLOWED.test(name) && !/url|image/iu.test(value) ? [[name, value]] : []
  })
  return Object.fromEntries(declarations)
}
