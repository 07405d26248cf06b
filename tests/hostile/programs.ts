/** Programs that do what no lesson does. The first line of each says what its run has to show. */
import { readdirSync, readFileSync } from 'node:fs'

export interface HostileProgram {
  readonly name: string
  readonly source: string
  readonly expected: Expected
}

/**
 * What the run shows: a printed line, an uncaught error or the reason why the run ended, of which
 * `text` is a part. `ends`: it ends by itself.
 */
interface Expected {
  readonly kind: 'prints' | 'error' | 'fails' | 'ends'
  readonly text: string
}

const folder = new URL('programs/', import.meta.url)

export function hostilePrograms(): readonly HostileProgram[] {
  return readdirSync(folder).map((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8')
    const [, kind, text = ''] =
      /^\/\/ Expected: (prints|error|fails|ends) ?(.*)\n/u.exec(source) ?? []
    if (kind === undefined) throw new Error(`${file} does not say what is expected`)
    // One of the four of the expression.
    return { name: file, source, expected: { kind: kind as Expected['kind'], text } }
  })
}
