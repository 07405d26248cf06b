/** A whole HTML page that was pasted where a program is expected. */
import type { Program } from './program.ts'

/** No JavaScript begins like this; `<!--` is a comment in both. */
const BEGINS_AS_PAGE = /^\uFEFF?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype|[a-z])/iu

export function isPage(source: string): boolean {
  return BEGINS_AS_PAGE.test(source)
}

/** A component of Vue in one file: a build step compiles it, no browser does. */
export function isVueComponent(source: string): boolean {
  return /^\s*<(?:template|script)\b/iu.test(source) && /\bexport\s+default\b/u.test(source)
}

/** Whether a user may act on it while it runs. */
export function hasPage(program: Program): boolean {
  const source = program['client.js']
  return program['page.html'] !== undefined || (isPage(source) && !isVueComponent(source))
}
