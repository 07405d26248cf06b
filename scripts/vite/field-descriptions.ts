/**
 * Leaves out of the site what only `docs/checks.md` and the lesson schema read: what each field of an
 * event is. The page that runs a program needs the fields, not their descriptions.
 */
import type { Plugin } from 'vite'

const DESCRIBED = /\b(field\.(?:string|number|boolean)\(\s*)'(?:[^'\\\n]|\\.)*'/g

export const withoutDescriptions = (source: string): string => source.replace(DESCRIBED, "$1''")

export function fieldDescriptions(): Plugin {
  return {
    name: 'upgrade-101:field-descriptions',
    apply: 'build',
    // Before its types are taken out, which writes its strings anew.
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/core\/trace\/events\/[a-z-]+\.ts$/ },
      handler: (source) => ({ code: withoutDescriptions(source), map: null }),
    },
  }
}
