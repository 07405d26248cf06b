/** Which parts must be in the sandbox before a program begins. */
import type { Part } from '../parts.ts'
import type { RunRequest } from './run.ts'

/** What a program cannot do without writing it. Escapes and built code could hide it. */
const MENTIONS: Readonly<Partial<Record<Part, RegExp>>> = {
  deflate: /deflate|zlib|gzip/iu,
  hashes: /crypto/iu,
}
const MAY_HIDE = /\beval\b|\bFunction\b|\bconstructor\b|\bimport\s*\(|\\u|\\x/u

/** In doubt, a part is needed. */
export function neededParts({ endpoint, program }: RunRequest): readonly Part[] {
  if (endpoint.kind !== 'built-in') return ['outside', 'realm']
  const texts = Object.values(program)
  const mayHide = texts.some((text) => MAY_HIDE.test(text))
  return (
    Object.entries(MENTIONS)
      .filter(([, mention]) => mayHide || texts.some((text) => mention.test(text)))
      // The table's keys are parts.
      .map(([part]) => part as Part)
  )
}
